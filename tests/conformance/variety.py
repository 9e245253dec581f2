"""How many values a schema has at most, undeclared properties left out: one of few cannot be asked as much as others."""

import math

from shapes import followed

# What is more than this is as good as without end.
PLENTY = 1_000
TYPES = ("null", "boolean", "string", "integer", "number", "array", "object")


class Variety:
    """Bounds from above; a schema that leads to itself counts as without end."""

    def __init__(self, document):
        self.document = document
        self.known = {}

    def place(self, target):
        """The bound of the schema at a place."""
        if target not in self.known:
            self.known[target] = math.inf
            self.known[target] = self.schema(followed(self.document, target))
        return self.known[target]

    def schema(self, schema):
        if not isinstance(schema, dict):
            return 0 if schema is False else math.inf
        if "$ref" in schema:
            return self.place(schema["$ref"])
        bounds = [self.own(schema)]
        bounds += [self.schema(part) for part in schema.get("allOf", ())]
        bounds += [sum(map(self.schema, schema[keyword])) for keyword in ("oneOf", "anyOf") if schema.get(keyword)]
        says = [bound for bound in bounds if bound is not None]
        if not says:
            return math.inf
        # Parts bound the same value; only what they say of different properties goes together.
        return capped(product(says) if self.listed(schema) is None and self.is_object(schema) else min(says))

    def is_object(self, schema, met=frozenset()):
        """Whether a schema or a part of it has properties."""
        if not isinstance(schema, dict) or schema.get("$ref") in met:
            return False
        if "$ref" in schema:
            return self.is_object(followed(self.document, schema["$ref"]), met | {schema["$ref"]})
        parts = (part for keyword in ("allOf", "oneOf", "anyOf") for part in schema.get(keyword, ()))
        return "properties" in schema or any(self.is_object(part, met) for part in parts)

    def listed(self, schema):
        return [schema["const"]] if "const" in schema else schema.get("enum")

    def own(self, schema):
        """What a schema says itself; `None` where it bounds nothing."""
        listed = self.listed(schema)
        if isinstance(listed, list):
            return len(listed)
        types = schema.get("type")
        if types is None:
            return None
        kinds = [types] if isinstance(types, str) else types
        # Of a type that is none nothing is known.
        return capped(sum(getattr(self, kind)(schema) if kind in TYPES else math.inf for kind in kinds))

    def null(self, _schema):
        return 1

    def boolean(self, _schema):
        return 2

    def string(self, schema):
        return 1 if schema.get("maxLength") == 0 else math.inf

    def integer(self, schema):
        low, high = schema.get("minimum", -math.inf), schema.get("maximum", math.inf)
        return max(0, (high - low) // schema.get("multipleOf", 1) + 1)

    def number(self, schema):
        return 1 if "minimum" in schema and schema["minimum"] == schema.get("maximum") else math.inf

    def array(self, schema):
        if "prefixItems" in schema:
            return math.inf
        items = self.schema(schema.get("items", True))
        least, most = schema.get("minItems", 0), schema.get("maxItems", math.inf)
        if schema.get("uniqueItems"):
            most = min(most, items)
        if items == 0 or most == 0:
            return 1 if least == 0 else 0
        if math.isinf(items) or most > PLENTY:
            return math.inf
        # Whole numbers have no limit that a power of them could exceed.
        return capped(sum(int(items) ** length for length in range(least, int(most) + 1)))

    def object(self, schema):
        rest = schema.get("additionalProperties")
        if isinstance(rest, dict) or "patternProperties" in schema or rest is not False and "properties" not in schema:
            return math.inf
        required = schema.get("required", ())
        return product(self.schema(below) + (name not in required) for name, below in schema.get("properties", {}).items())


def product(bounds):
    bounds = list(bounds)
    return 0 if 0 in bounds else math.prod(bounds)


def capped(count):
    return math.inf if count > PLENTY else count
