"""What all parts of a schema say together: the members of its `allOf`, and one branch of each of its unions."""

import math

from documents import WHOLE


class Impossible(Exception):
    """Nothing can be an instance."""


KINDS = ("object", "array", "string", "number", "boolean", "null")


class Shape:
    """The gathered keywords of one form of a schema."""

    def __init__(self):
        self.kinds = None
        self.listed = None
        self.is_whole = False
        self.properties = {}
        self.required = {}
        self.additional = []
        self.patterns = {}
        self.names = []
        self.items = []
        self.prefix = []
        self.texts = {}
        self.bounds = {}
        self.whole = False

    def add(self, part):
        """Takes over what one part says."""
        self.add_kinds(part)
        self.add_listed(part)
        for name, below in part.get("properties", {}).items():
            self.properties.setdefault(name, []).append(below)
        for name in part.get("required", ()):
            if isinstance(name, str):
                self.required[name] = True
        for name, below in part.get("patternProperties", {}).items():
            self.patterns.setdefault(name, []).append(below)
        if "additionalProperties" in part:
            self.additional.append(part["additionalProperties"])
        if "propertyNames" in part:
            self.names.append(part["propertyNames"])
        if "items" in part:
            self.items.append(part["items"])
        if "prefixItems" in part:
            self.prefix = part["prefixItems"]
        for keyword in ("pattern", "format"):
            if isinstance(part.get(keyword), str):
                self.texts.setdefault(keyword, part[keyword])
        self.add_bounds(part)

    def add_kinds(self, part):
        types = part.get("type")
        if types is None:
            return
        types = [types] if isinstance(types, str) else types
        kinds = ["number" if kind == "integer" else kind for kind in types if kind in KINDS or kind == "integer"]
        if "integer" in types and "number" not in types:
            self.whole = True
        self.kinds = kinds if self.kinds is None else [kind for kind in self.kinds if kind in kinds]

    def add_listed(self, part):
        values = [part["const"]] if "const" in part else part.get("enum")
        if not isinstance(values, list):
            return
        self.is_whole |= part.get(WHOLE, False)
        self.listed = values if self.listed is None else [value for value in self.listed if value in values]

    def add_bounds(self, part):
        for keyword in ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "multipleOf", "uniqueItems", "minContains"):
            if is_number(part.get(keyword)):
                self.bounds[keyword] = max(part[keyword], self.bounds.get(keyword, part[keyword]))
        for keyword in ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"):
            if is_number(part.get(keyword)):
                self.bounds[keyword] = min(part[keyword], self.bounds.get(keyword, part[keyword]))

    def at_least(self, keyword):
        return int(self.bounds.get(keyword, 0))

    def at_most(self, keyword):
        return self.bounds.get(keyword, math.inf)

    def is_closed(self):
        """Whether undeclared properties are refused."""
        return any(more is False for more in self.additional)

    def rest(self):
        """What undeclared properties have to be, as schemas."""
        return [more for more in self.additional if isinstance(more, dict)]


def is_number(value):
    return isinstance(value, (int, float))


def gathered(document, schema, choose):
    """The shape of a schema with the branches that `choose` takes."""
    shape, pending, seen = Shape(), [schema], set()
    while pending:
        part = pending.pop(0)
        if part is False:
            raise Impossible
        if not isinstance(part, dict):
            continue
        if "$ref" in part:
            target = part["$ref"]
            if target not in seen:
                seen.add(target)
                pending.insert(0, followed(document, target))
            continue
        shape.add(part)
        pending += part.get("allOf", ())
        pending += [choose(part[keyword]) for keyword in ("oneOf", "anyOf") if part.get(keyword)]
        pending += [part[keyword] for keyword in ("then",) if keyword in part]
    return shape


def followed(document, target):
    """The schema at a place; nothing can be what is not there."""
    return document.schema(target) if isinstance(document.at(target), (dict, bool)) else False


def below(schema):
    """The parts of a schema that stand in its instances or in their place."""
    if isinstance(schema, dict) and "$ref" not in schema:
        for keyword in ("properties", "patternProperties"):
            yield from schema.get(keyword, {}).values()
        for keyword in ("allOf", "oneOf", "anyOf", "prefixItems"):
            yield from schema.get(keyword, ())
        for keyword in ("items", "additionalProperties", "then"):
            if isinstance(schema.get(keyword), dict):
                yield schema[keyword]
