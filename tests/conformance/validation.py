"""An independent validator for all schemas of a document."""

import jsonschema_rs

from shapes import followed

DRAFT = "https://json-schema.org/draft/2020-12/schema"


class Validator:
    """Knows schemas by number. All are compiled at once, since most lead to most others."""

    def __init__(self, document, places, reading=lambda schema: schema):
        self.numbers, self.pending, self.reading = {}, [], reading
        for place in places:
            self.refer(place)
        definitions = {}
        while self.pending:
            place = self.pending.pop()
            definitions[str(self.numbers[place])] = sound(self.referring(reading(followed(document, place))))
        asked = {str(number): {"$ref": f"#/$defs/{number}"} for number in self.numbers.values()}
        self.compiled = compiled({"properties": asked, "$defs": definitions})

    def is_valid(self, place, instance):
        return place in self.numbers and self.compiled.is_valid({str(self.numbers[place]): instance})

    def refer(self, place):
        if place not in self.numbers:
            self.numbers[place] = len(self.numbers)
            self.pending.append(place)
        return f"#/$defs/{self.numbers[place]}"

    def referring(self, schema):
        """The schema with its places as references."""
        if isinstance(schema, list):
            return [self.referring(item) for item in schema]
        if not isinstance(schema, dict):
            return schema
        if isinstance(schema.get("$ref"), tuple):
            return {"$ref": self.refer(schema["$ref"])}
        return {key: value if key in ("enum", "const") else self.referring(value) for key, value in schema.items()}


def compiled(schema):
    return jsonschema_rs.Draft202012Validator({"$schema": DRAFT, **schema}, validate_formats=True)


def sound(schema):
    """The schema; nothing is an instance of one that is no JSON Schema, which is its document's slip."""
    try:
        compiled({"anyOf": [{}, alone(schema)]})
    except (jsonschema_rs.ValidationError, ValueError):
        return False
    return schema


def alone(schema):
    if isinstance(schema, list):
        return [alone(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: value if key in ("enum", "const") else alone(value) for key, value in schema.items() if not (key == "$ref" and isinstance(value, str))}


def opened(schema):
    """A schema whose lists of values, and whose unions, are open: what documents say of values that are to come."""
    if isinstance(schema, list):
        return [opened(item) for item in schema]
    if not isinstance(schema, dict) or isinstance(schema.get("$ref"), tuple):
        return schema
    open_schema = {key: opened(value) for key, value in schema.items() if key not in ("enum", "const", "oneOf", "anyOf", "not")}
    if schema.get("not") == {"type": "null"}:
        open_schema["not"] = schema["not"]
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    if isinstance(values, list) and "type" not in schema and all(isinstance(value, str) for value in values):
        open_schema["type"] = "string"
    if isinstance(values, list) and values and all(value is None for value in values):
        open_schema["enum"] = [None]
    branches = [opened(branch) for keyword in ("oneOf", "anyOf") for branch in schema.get(keyword, ())]
    return {**open_schema, "anyOf": branches} if branches else open_schema
