"""Documents, and their schemas as JSON Schema 2020-12: what OpenAPI says in words of its own is said in those of JSON Schema."""

import json
import pathlib
import re
import urllib.parse

import yaml

# Schemas stand below these keywords one by one, ...
ONE = ("additionalProperties", "items", "not", "contains", "propertyNames", "if", "then", "else", "unevaluatedItems", "unevaluatedProperties")
# ... in lists, ...
LISTS = ("allOf", "oneOf", "anyOf", "prefixItems")
# ... and by name.
MAPS = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")

# What bounds no value, or is in the way of a sampler.
SILENT = ("title", "description", "default", "example", "examples", "externalDocs", "xml", "deprecated", "discriminator", "$comment",
          "contentEncoding", "contentMediaType", "contentSchema", "nullable", "$id", "$anchor", "$schema", "$recursiveAnchor", "collectionFormat")

# How media types of bytes begin, as far as documents name them.
BYTES = ("application/gzip", "application/octet-stream", "application/pdf", "application/zip", "audio/", "font/", "image/", "model/", "video/")

# Says of a list of values that there are no others to come.
WHOLE = "x-whole"

# The integers that a type of Rust has room for, by `format`.
RANGES = {"int8": (-2**7, 2**7 - 1), "uint8": (0, 2**8 - 1), "int16": (-2**15, 2**15 - 1), "uint16": (0, 2**16 - 1),
          "int32": (-2**31, 2**31 - 1), "uint32": (0, 2**32 - 1), "uint64": (0, 2**64 - 1)}
USUAL_RANGE = (-2**63, 2**63 - 1)
# The format registry of OpenAPI has them as formats of numbers too.
WIDTHS = (*RANGES, "int64")

# The formats that make a type of their own; any other is a text like all.
FORMATS = ("date", "date-time", "byte")


class Loader(yaml.CSafeLoader):
    """YAML as JSON has it: dates are texts."""


Loader.yaml_implicit_resolvers = {
    start: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for start, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


class Document:
    """All files of a document, read when something refers to them.

    It is read as what `direction` carries: "answers" have no `writeOnly` properties, "requests" none that are `readOnly`, `None` both.
    Readings of one document have the same `files`, so that each is parsed once.
    """

    def __init__(self, entry, direction=None, files=None):
        self.absent = {"answers": "writeOnly", "requests": "readOnly", None: None}[direction]
        self.folder = pathlib.Path(entry).resolve().parent
        self.entry = pathlib.Path(entry).name
        self.files = {} if files is None else files
        self.schemas = {}
        root = self.file(self.entry)
        self.version = str(root.get("swagger") or root.get("openapi"))

    def file(self, name):
        """The tree of a file, by its name relative to the document."""
        if name not in self.files:
            text = (self.folder / name).read_text(encoding="utf-8")
            loaded = json.loads(text) if name.endswith(".json") else yaml.load(text, Loader)
            # Keys that are no texts in YAML are in JSON.
            self.files[name] = json.loads(json.dumps(loaded))
        return self.files[name]

    def at(self, place):
        """The node at a place, which is a file and a JSON pointer; `None` where there is none."""
        name, pointer = place
        node = self.file(name)
        for token in pointer.split("/")[1:]:
            token = token.replace("~1", "/").replace("~0", "~")
            if isinstance(node, list) and token.isdigit() and int(token) < len(node):
                node = node[int(token)]
            elif isinstance(node, dict) and token in node:
                node = node[token]
            else:
                return None
        return node

    def body(self, place):
        """The place of the schema that a place is about: version 2.0 has bodies among the parameters, and the generator counts without them."""
        holder, _, last = place[1].rpartition("/")
        if not self.version.startswith("2") or "parameters" not in (last, holder.rpartition("/")[2]) or not place[1].startswith("/paths/"):
            return place
        listed = self.at((place[0], place[1] if last == "parameters" else holder)) or []
        bodies = [index for index, one in enumerate(listed) if isinstance(one, dict) and one.get("in") == "body"]
        if last == "parameters":
            return (place[0], f"{place[1]}/{bodies[0]}/schema") if bodies else place
        others = [index for index in range(len(listed)) if index not in bodies]
        return place[0], f"{holder}/{others[int(last)]}"

    def target(self, place, reference):
        """The place that a reference leads to from another place."""
        file, _, pointer = reference.partition("#")
        name = place[0]
        if file:
            name = str((pathlib.PurePosixPath(name).parent / urllib.parse.unquote(file)))
            parts = []
            for part in name.split("/"):
                if part == ".." and parts and parts[-1] != "..":
                    parts.pop()
                elif part != ".":
                    parts.append(part)
            name = "/".join(parts)
        pointer = urllib.parse.unquote(pointer)
        if pointer and not pointer.startswith("/"):
            pointer = anchor(self.file(name), pointer) or pointer
        return name, pointer

    def schema(self, place):
        """The schema at a place, each `$ref` in it replaced by the place that it leads to."""
        if place not in self.schemas:
            self.schemas[place] = self.read(self.at(place), place)
        return self.schemas[place]

    def read(self, node, place):
        if isinstance(node, bool) or not isinstance(node, dict):
            return node if isinstance(node, bool) else {}
        if isinstance(node.get("$dynamicRef"), str):
            # As far as the first target goes.
            node = {"$ref": node["$dynamicRef"], **{key: value for key, value in node.items() if key != "$dynamicRef"}}
        if node.get("$recursiveRef") == "#":
            # Of 2019-09: the schema around it that says so.
            return {"$ref": self.recursive(place)}
        if self.is_part_of_bytes(node, place):
            return {"type": "string"}
        if isinstance(node.get("$ref"), str):
            target = {"$ref": self.target(place, node["$ref"])}
            # Beside a reference `nullable` says nothing.
            rest = {key: value for key, value in node.items() if key not in ("$ref", "nullable")}
            if not self.version.startswith(("3.1", "3.2")) or not rest:
                return target
            rest = self.read(rest, place)
            return {"allOf": [target, rest]} if rest else target
        if self.is_open_file(node, place):
            return {"type": "string"}
        return bounded(self.told_apart(self.children(self.travelling(node, place), place), node, place), node, place)

    def is_of_a_part(self, place):
        return self.version.startswith(("3.1", "3.2")) and "/multipart~1form-data/schema/" in place[1]

    def is_open_file(self, node, place):
        """Whether a schema that says nothing is a file (OpenAPI 3.1.0, "Considerations for File Uploads")."""
        return self.is_of_a_part(place) and node.keys() <= set(SILENT)

    def is_part_of_bytes(self, node, place):
        """Whether a part has a media type of bytes, and neither type nor encoding (the same section)."""
        if isinstance(node.get("$ref"), str):
            node = self.at(self.target(place, node["$ref"]))
        if not self.is_of_a_part(place) or not isinstance(node, dict) or "type" in node or "contentEncoding" in node:
            return False
        return str(node.get("contentMediaType")).startswith(BYTES)

    def recursive(self, place):
        """The innermost schema around a place that is a `$recursiveAnchor`."""
        while place[1] and not (isinstance(self.at(place), dict) and self.at(place).get("$recursiveAnchor") is True):
            place = place[0], place[1].rpartition("/")[0]
        return place

    def travelling(self, node, place):
        """The schema without the properties that go the other way: they may not be there, whatever requires them."""
        away = self.away(place) if self.absent else set()
        if not away:
            return node
        own = {name: name not in away and below for name, below in (node.get("properties") or {}).items()}
        required = node.get("required", [])
        required = [name for name in required if name not in away] if isinstance(required, list) else []
        return {**node, "required": required, **({"properties": own} if own else {})}

    def away(self, place, depth=0):
        """The properties of a schema, and of the parts of its `allOf`, that go the other way."""
        node = self.at(place)
        if not isinstance(node, dict) or depth > 8:
            return set()
        properties = node.get("properties") if isinstance(node.get("properties"), dict) else {}
        found = {name for name in properties if self.is_away(below(place, "properties", name))}
        return found.union(*(self.away(self.behind(part), depth + 1) for part in self.parts(node, place, "allOf")))

    def parts(self, node, place, keyword):
        """The places of what a keyword lists."""
        return [below(place, keyword, str(index)) for index in range(len(node[keyword]) if isinstance(node.get(keyword), list) else 0)]

    def is_away(self, place, depth=0):
        """Whether a property goes the other way: by its own schema, by what that refers to, or by a part of its `allOf`."""
        node = self.at(place)
        if not isinstance(node, dict) or depth > 8:
            return False
        places = self.parts(node, place, "allOf")
        if isinstance(node.get("$ref"), str):
            places.append(self.target(place, node["$ref"]))
        return node.get(self.absent) is True or any(self.is_away(part, depth + 1) for part in places)

    def told_apart(self, schema, node, place):
        """The schema with what its discriminator says of its branches (OpenAPI 3.1.1, "Discriminator Object")."""
        by = node.get("discriminator")
        if not isinstance(by, dict) or not isinstance(by.get("propertyName"), str):
            return schema
        unions = [keyword for keyword in ("oneOf", "anyOf") if keyword in schema]
        for keyword in unions:
            schema[keyword] = [self.tagged(part, by, place) for part in schema[keyword]]
        if not unions and "defaultMapping" not in by:
            # A base says which of its heirs a value is, and no reader knows one that does not.
            return {"allOf": [schema, {"required": [by["propertyName"]]}]}
        return schema

    def tagged(self, part, by, place):
        target = part.get("$ref") if isinstance(part, dict) else None
        if target is None:
            return part
        name, mapping = by["propertyName"], by.get("mapping") or {}
        own = target[1].rpartition("/")[2]
        tags = [tag for tag, text in mapping.items() if text == own or self.target(place, text) == target] or [own]
        listed = self.listed(target, name, 0)
        if listed is not None and not any(tag in listed for tag in tags):
            return part
        if "defaultMapping" in by:
            is_default = self.target(place, by["defaultMapping"]) == target
            # Any other value stands for the default, and so does none.
            told = {"enum": [*tags, *(["none of the others"] if is_default else [])], WHOLE: True}
            return {"allOf": [part, {"type": "object", "properties": {name: told}, "required": [] if is_default else [name]}]}
        return {"allOf": [part, {"type": "object", "properties": {name: {"enum": tags}}, "required": [name]}]}

    def listed(self, place, name, depth):
        """The values that a schema lists for a property itself, if it does."""
        node = self.at(place)
        if not isinstance(node, dict) or depth > 8:
            return None
        below = (node.get("properties") or {}).get(name)
        for _ in range(8):
            if not (isinstance(below, dict) and isinstance(below.get("$ref"), str)):
                break
            below = self.at(self.target(place, below["$ref"]))
        if isinstance(below, dict) and ("enum" in below or "const" in below):
            return below.get("enum", [below.get("const")])
        for keyword in ("oneOf", "anyOf"):
            found = [self.listed(self.behind(part), name, depth + 1) for part in self.parts(node, place, keyword)]
            if found and all(values is not None for values in found):
                return [value for values in found for value in values]
        parts = [place] if "$ref" in node else self.parts(node, place, "allOf")
        found = (self.listed(self.behind(part), name, depth + 1) for part in parts)
        return next((values for values in found if values is not None), None)

    def behind(self, place):
        """The place of a schema, behind a reference."""
        node = self.at(place)
        is_reference = isinstance(node, dict) and isinstance(node.get("$ref"), str)
        return self.target(place, node["$ref"]) if is_reference else place

    def children(self, node, place):
        def below(value, *tokens):
            return self.read(value, (place[0], "/".join((place[1], *map(escaped, tokens)))))

        schema = {}
        for key, value in node.items():
            if key in SILENT or key.startswith("x-"):
                continue
            if key in ONE and isinstance(value, (dict, bool)):
                schema[key] = below(value, key)
            elif key in LISTS and isinstance(value, list):
                schema[key] = [below(item, key, index) for index, item in enumerate(value)]
            elif key in MAPS and isinstance(value, dict) and isinstance(value.get("$ref"), str):
                # Some documents have a reference in place of all of them.
                target = self.target(place, value["$ref"])
                named = self.at(target) or {}
                schema[key] = {name: self.read(item, (target[0], f"{target[1]}/{escaped(name)}")) for name, item in named.items()}
            elif key in MAPS and isinstance(value, dict):
                schema[key] = {name: below(item, key, name) for name, item in value.items()}
            elif key == "pattern" and isinstance(value, str):
                schema[key] = ascii_classes(value)
            else:
                schema[key] = value
        return schema


def below(place, *tokens):
    """A place below another one."""
    return place[0], "/".join((place[1], *map(escaped, tokens)))


def escaped(token):
    """A token of a JSON pointer (RFC 6901, section 3)."""
    return str(token).replace("~", "~0").replace("/", "~1")


def ascii_classes(pattern):
    """The pattern with its digits and letters spelled out, since in ECMA-262 they are those of ASCII and in Python's patterns those of all scripts;
    and without the names of groups, which differ too."""
    pattern = re.sub(r"\(\?<(?![=!])[^>]*>", "(?:", pattern)
    classes, spelled, is_inside, position = {"d": "0-9", "w": "A-Za-z0-9_"}, [], False, 0
    while position < len(pattern):
        character = pattern[position]
        if character == "\\" and position + 1 < len(pattern):
            position += 1
            known = classes.get(pattern[position])
            spelled.append("\\" + pattern[position] if known is None else known if is_inside else f"[{known}]")
        else:
            is_inside = character == "[" or is_inside and character != "]"
            spelled.append(character)
        position += 1
    return "".join(spelled)


def anchor(node, name, way=""):
    """The pointer to the schema with that `$anchor`."""
    if isinstance(node, list):
        node = dict(enumerate(node))
    if not isinstance(node, dict):
        return None
    if node.get("$anchor") == name or node.get("$dynamicAnchor") == name:
        return way
    below = (anchor(child, name, f"{way}/{str(key).replace('~', '~0').replace('/', '~1')}") for key, child in node.items())
    return next((found for found in below if found is not None), None)


# Keywords that say what a schema is about where no `type` does: `properties` do not keep a text out, and nobody means one.
ABOUT = {
    "object": ("properties", "required", "additionalProperties", "minProperties", "maxProperties"),
    "array": ("items", "prefixItems", "minItems", "maxItems", "uniqueItems"),
    "string": ("pattern", "minLength", "maxLength"),
    "number": ("multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
}
# The same of `format`.
FORMATS_ABOUT = {
    "integer": (*WIDTHS, "double-int", "int", "timestamp", "uint", "unix-time", "unixtime"),
    "number": ("float", "double"),
    "string": ("date", "date-time", "byte", "binary", "uuid", "uri", "email", "hostname", "ipv4", "ipv6", "password",
               "google-datetime"),
}


def about(schema):
    """The type that a schema without one is about; what bounds texts and numbers may be said of those that its parts describe."""
    if any(keyword in schema for keyword in ("type", "enum", "const")):
        return None
    kind = next((kind for kind, keywords in ABOUT.items() if any(keyword in schema for keyword in keywords)), None)
    if kind is None:
        kind = next((kind for kind, formats in FORMATS_ABOUT.items() if schema.get("format") in formats), None)
    is_composed = any(keyword in schema for keyword in ("allOf", "oneOf", "anyOf"))
    return None if is_composed and kind not in ("object", "array") else kind


def bounded(schema, node, place):
    """The schema with the type that it is about, and with the bounds that OpenAPI states in its own way."""
    if node == {"nullable": True}:
        # What tools write beside a `$ref` for "or null"; as a part of an `allOf` it allows nothing more.
        return {} if place[1].rpartition("/")[0].endswith("/allOf") else {"type": "null"}
    if node == {"nullable": False}:
        # The same for "but not null", beside a schema that allows it.
        return {"not": {"type": "null"}}
    kind = about(schema)
    if kind:
        schema["type"] = kind
    if node.get("nullable") is True and isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(schema.get(exclusive), bool):
            if schema.pop(exclusive) and bound in schema:
                schema[exclusive] = schema.pop(bound)
    if not isinstance(schema.get("required", []), list):
        del schema["required"]
    elif "required" in schema:
        # Lists of generators that name some twice.
        schema["required"] = list({json.dumps(name): name for name in schema["required"]}.values())
    if isinstance(schema.get("items"), list):
        schema["prefixItems"] = schema.pop("items")
    if schema.get("type") == "number" and schema.get("format") in WIDTHS:
        schema["type"] = "integer"
    types = schema.get("type", [])
    if "integer" in ([types] if isinstance(types, str) else types):
        low, high = RANGES.get(schema.get("format"), USUAL_RANGE)
        schema["minimum"] = max(low, schema.get("minimum", low))
        schema["maximum"] = min(high, schema.get("maximum", high))
    if schema.get("format") not in FORMATS:
        schema.pop("format", None)
    if node.get("nullable") is True and "type" not in schema:
        # Beside an `allOf`, where everybody means it.
        return {"anyOf": [schema, {"type": "null"}]}
    return schema
