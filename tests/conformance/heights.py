"""How deep the shallowest instance of a schema is, so that whatever makes instances can end."""

import math

from shapes import followed


class Heights:
    """Remembered by place; a place that is asked for while it is under way counts as without end, and is asked for anew."""

    def __init__(self, document):
        self.document = document
        self.known = {}
        self.under_way = {}
        self.is_settled = True

    def place(self, target):
        """The height of the schema at a place."""
        if target in self.known:
            return self.known[target]
        if target in self.under_way:
            self.is_settled = False
            return self.under_way[target]
        is_outermost, self.under_way[target] = not self.under_way, math.inf
        found = self.schema(followed(self.document, target))
        while is_outermost and not self.is_settled and found < self.under_way[target]:
            self.under_way[target], self.is_settled = found, True
            found = self.schema(followed(self.document, target))
        del self.under_way[target]
        if is_outermost:
            self.is_settled = True
        if is_outermost or self.is_settled or math.isfinite(found):
            self.known[target] = found
        return found

    def schema(self, schema):
        if schema is False:
            return math.inf
        if not isinstance(schema, dict) or "enum" in schema or "const" in schema:
            return 0
        if "$ref" in schema:
            return self.place(schema["$ref"])
        heights = [self.schema(part) for part in schema.get("allOf", ())]
        for keyword in ("oneOf", "anyOf"):
            if schema.get(keyword):
                heights.append(min(map(self.schema, schema[keyword])))
        return max([*heights, self.own(schema)])

    def own(self, schema):
        types = schema.get("type")
        if isinstance(types, list) and any(kind not in ("object", "array") for kind in types):
            return 0
        required = [name for name in schema.get("required", ()) if isinstance(name, str)]
        properties = schema.get("properties", {})
        heights = [self.schema(properties[name]) for name in required if name in properties]
        if schema.get("minItems") and "items" in schema:
            heights.append(self.schema(schema["items"]))
        return 1 + max(heights) if heights else 0
