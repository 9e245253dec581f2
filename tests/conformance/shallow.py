"""Schemas as the library is asked for them: one level at a time.

A sampler has to end where schemas lead back to themselves, and is slow with whatever is large. So each schema is sampled with marks in place
of its parts, and instances of the parts, sampled in the same way, are put where the marks stand.
"""

import re

import library
from shapes import followed

MARK = "\u0001part "
MARKED = re.compile(MARK + r"(\d+) (\d+)")
# How many marks stand for one part, and so how many of its instances are seen in one place: few, or many where many are asked for.
MARKS = (3, 16)
MANY = 20
# What the library is not asked for: it makes nothing of them, or too slowly. The validator knows of them.
SET_ASIDE = ("$defs", "definitions", "unevaluatedProperties", "unevaluatedItems", "not", "if", "then", "else", "dependentSchemas")
SCALARS = ("string", "integer", "number", "boolean", "null")


class Shallow:
    """Samples schemas of a document by the library; `fill` gives an instance of a part, by its turn."""

    def __init__(self, document, fill):
        self.document = document
        self.fill = fill
        self.marks = MARKS[0]

    def instances(self, place, count):
        """Instances of a schema, not confirmed yet: with what chance finds, with every property, and with the required ones alone."""
        parts, self.marks = [], MARKS[count >= MANY]
        schema = self.closed(self.document.schema(place), frozenset(), (place,), parts)
        found = library.drawn(schema, count)
        if isinstance(schema, dict) and schema.get("properties"):
            required = [name for name in schema.get("required", []) if isinstance(name, str)]
            found = found + library.drawn({**schema, "required": sorted({*schema["properties"], *required})}, 2)
            if required:
                found = found + library.drawn({**schema, "propertyNames": {"enum": sorted(required)}}, 1)
        return [filled for value in found if (filled := self.filled(value, parts)) is not Shallow]

    def filled(self, value, parts):
        """The value with instances for its marks; `Shallow` where there is none."""
        if isinstance(value, str) and (mark := MARKED.fullmatch(value)):
            number, turn = map(int, mark.groups())
            return self.fill(parts[number], turn)
        if isinstance(value, list):
            items = [self.filled(item, parts) for item in value]
            return Shallow if any(item is Shallow for item in items) else items
        if isinstance(value, dict):
            pairs = {name: self.filled(below, parts) for name, below in value.items()}
            return Shallow if any(below is Shallow for below in pairs.values()) else pairs
        return value

    def marked(self, schema, parts):
        """A part: itself if it is simple, marks in its place if not."""
        if isinstance(schema, bool) or is_simple(schema):
            return schema
        if schema not in parts:
            parts.append(schema)
        return {"enum": [f"{MARK}{parts.index(schema)} {turn}" for turn in range(self.marks)]}

    def closed(self, schema, around, way, parts):
        """The schema without `$ref`s, whose objects have no properties but those that are declared: undeclared ones may be dropped."""
        if isinstance(schema, bool):
            return schema
        if "$ref" in schema:
            target = schema["$ref"]
            return {} if target in way else self.closed(followed(self.document, target), around, (*way, target), parts)
        names = around | self.names(schema, way)
        closed = self.kept(schema, names, way, parts)
        if names and not self.any_part(schema, way, has_branches) and not self.any_part(schema, way, is_open):
            closed["propertyNames"] = {"enum": sorted(names)}
        if "patternProperties" in schema:
            closed.setdefault("additionalProperties", False)
        return closed

    def kept(self, schema, names, way, parts):
        closed = {}
        for key, value in schema.items():
            if key == "allOf":
                closed[key] = [self.inlined(part, names, way, parts) for part in value]
            elif key in ("oneOf", "anyOf"):
                closed[key] = [self.branch(part, schema, names, way, parts) for part in value] or [False]
            elif key in ("properties", "patternProperties"):
                closed[key] = {name: self.marked(below, parts) for name, below in value.items()}
            elif key == "prefixItems":
                closed[key] = [self.marked(below, parts) for below in value]
            elif key in ("items", "additionalProperties") and isinstance(value, dict):
                closed[key] = self.marked(value, parts)
            elif key not in SET_ASIDE:
                closed[key] = value
        return closed

    def branch(self, part, schema, names, way, parts):
        """A branch: by a mark where nothing stands beside the union that instances would have to keep to as well."""
        if schema.keys() <= {"oneOf", "anyOf"} and len(schema) == 1 and not names:
            return self.marked(part, parts)
        return self.closed(part, names, way, parts)

    def inlined(self, part, names, way, parts):
        """A part that says something of the same value."""
        if isinstance(part, dict) and "$ref" in part:
            target = part["$ref"]
            if target in way:
                return {}
            return self.inlined(followed(self.document, target), names, (*way, target), parts)
        return part if isinstance(part, bool) else self.kept(part, names | self.names(part, way), way, parts)

    def any_part(self, schema, way, says):
        """Whether a schema or what it is composed of says something."""
        if isinstance(schema, bool):
            return False
        return says(schema) or any(self.any_part(*self.followed(part, way), says) for part in schema.get("allOf", ()))

    def names(self, schema, way):
        """The properties that a schema and its parts name."""
        if isinstance(schema, bool):
            return frozenset()
        names = frozenset(schema.get("properties", ())) | frozenset(name for name in schema.get("required", ()) if isinstance(name, str))
        for part in schema.get("allOf", ()):
            names |= self.names(*self.followed(part, way))
        return names

    def followed(self, part, way):
        while isinstance(part, dict) and "$ref" in part:
            target = part["$ref"]
            if target in way:
                return {}, way
            part, way = followed(self.document, target), (*way, target)
        return part, way


def is_simple(schema):
    """Whether a schema is of one value without parts."""
    if "enum" in schema or "const" in schema:
        return len(schema.get("enum", ())) < 20
    types = schema.get("type")
    return types in SCALARS or isinstance(types, list) and all(kind in SCALARS for kind in types) and "allOf" not in schema


def has_branches(schema):
    """Whether a schema has several forms, each with properties of its own."""
    return "oneOf" in schema or "anyOf" in schema


def is_open(schema):
    """Whether a schema says what its undeclared properties are."""
    return isinstance(schema.get("additionalProperties"), dict) or "patternProperties" in schema or "propertyNames" in schema
