"""Numbers that a schema allows: round ones, edges, and those that are easily bent."""

import math

WHOLE = [0, 1, -1, 100, 2**31 - 1, -2**31, 2**31, 2**53, 2**53 + 1, 2**63 - 1, -2**63]
BROKEN = [1.0, 0.1, 1e2, -0.5, 3.141592653589793, 1e-7, 1.7976931348623157e308, 5e-324, 0.30000000000000004, 1e21]


def quantities(shape):
    """Numbers of a shape; edges of its bounds come first."""
    step = shape.bounds.get("multipleOf")
    low, high = lowest(shape), highest(shape)
    edges = [edge for edge in (low, high) if math.isfinite(edge)]
    near = [edge + side for edge in edges for side in (1, -1)]
    found = [*edges, *near, *WHOLE] if shape.whole else [*edges, *BROKEN, *near, 0, 1, -1]
    if step:
        found = [int(base // step + more) * step for base in (*edges, 0) for more in (0, 1, 2)]
    if shape.whole:
        found = [int(value) for value in found if value == int(value)]
    if math.isfinite(low) and math.isfinite(high) and not shape.whole:
        found.append((low + high) / 2)
    allowed = [value for value in dict.fromkeys(found) if low <= value <= high]
    return allowed or edges or [0]


def lowest(shape):
    least = 1 if shape.whole else 1e-9
    return max(shape.bounds.get("minimum", -math.inf), shape.bounds.get("exclusiveMinimum", -math.inf) + least)


def highest(shape):
    least = 1 if shape.whole else 1e-9
    return min(shape.bounds.get("maximum", math.inf), shape.bounds.get("exclusiveMaximum", math.inf) - least)
