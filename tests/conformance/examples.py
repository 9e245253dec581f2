"""The examples of a document: those of its schemas, and those that stand beside a schema for a body, a parameter or a header."""

from documents import escaped


def examples(document):
    """Pairs of a schema's place and an instance that the document shows for it; all files that have been read are searched."""
    for file in list(document.files):
        yield from walked(document, document.file(file), (file, ""))


def walked(document, node, place):
    if isinstance(node, list):
        node = {str(index): item for index, item in enumerate(node)}
    elif isinstance(node, dict):
        yield from shown(document, node, place)
    if not isinstance(node, dict):
        return
    for name, below in node.items():
        # What an example holds is no part of the document.
        if name not in ("example", "examples", "default", "enum", "const", "value") or place[1].endswith("/properties"):
            yield from walked(document, below, (place[0], f"{place[1]}/{escaped(name)}"))


def shown(document, node, place):
    """The examples that stand right here."""
    found = list(values(document, node, place))
    if isinstance(node.get("schema"), dict):
        yield from ((place_behind(document, (place[0], place[1] + "/schema")), value) for value in found)
    elif is_schema(node, place):
        yield from ((place_behind(document, place), value) for value in found)


def is_schema(node, place):
    return any(keyword in node for keyword in ("type", "properties", "allOf", "oneOf", "anyOf", "enum", "$ref", "items")) and "in" not in node


def values(document, node, place):
    if "example" in node:
        yield from external(document, node["example"], place)
    many = node.get("examples")
    if isinstance(many, list):
        yield from many
    elif isinstance(many, dict):
        for name, one in many.items():
            yield from named(document, one, (place[0], f"{place[1]}/examples/{escaped(name)}"), name)


def named(document, one, place, name):
    """An Example Object, or in version 2.0 the example of a media type."""
    if isinstance(one, dict) and isinstance(one.get("$ref"), str):
        place = document.target(place, one["$ref"])
        one = document.at(place)
    if isinstance(one, dict) and "value" in one:
        yield from external(document, one["value"], place)
    elif document.version.startswith("2") and "json" in name:
        yield one


def external(document, value, place):
    """The value, which some documents keep in a file of its own."""
    if isinstance(value, dict) and set(value) == {"$ref"} and isinstance(value["$ref"], str):
        try:
            value = document.at(document.target(place, value["$ref"]))
        except (OSError, ValueError):
            return
    yield value


def place_behind(document, place):
    """The place of a schema, behind the references that stand alone."""
    for _ in range(20):
        node = document.at(place)
        if not (isinstance(node, dict) and isinstance(node.get("$ref"), str)):
            return place
        place = document.target(place, node["$ref"])
    return place
