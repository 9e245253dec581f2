"""What has to hold of a value that was read and written again."""

from shapes import followed

# What is added to objects to see that it is passed over, or kept.
UNDECLARED = "undeclared~"


def alike(sent, back):
    """Whether both are the same but for the spelling of numbers and undeclared properties."""
    if isinstance(sent, bool) or isinstance(back, bool) or sent is None or back is None:
        return sent is back
    if isinstance(sent, (int, float)) and isinstance(back, (int, float)):
        return sent == back or float(sent) == float(back)
    if isinstance(sent, list) and isinstance(back, list):
        return len(sent) == len(back) and all(map(alike, sent, back))
    if isinstance(sent, dict) and isinstance(back, dict):
        sent = {key: value for key, value in sent.items() if key != UNDECLARED}
        back = {key: value for key, value in back.items() if key != UNDECLARED}
        return sent.keys() == back.keys() and all(alike(value, back[key]) for key, value in sent.items())
    return type(sent) is type(back) and sent == back


def difference(sent, back, way=""):
    """The pointer to the first place where both differ."""
    if isinstance(sent, dict) and isinstance(back, dict):
        for name in (*sent, *back):
            if name != UNDECLARED and (name not in sent or name not in back or not alike(sent[name], back[name])):
                return difference(sent.get(name), back.get(name), f"{way}/{name}") if name in sent and name in back else f"{way}/{name}"
    if isinstance(sent, list) and isinstance(back, list) and len(sent) == len(back):
        for index, pair in enumerate(zip(sent, back)):
            if not alike(*pair):
                return difference(*pair, f"{way}/{index}")
    return way


def declared_only(document, schema, sent, back):
    """What was sent without the properties that did not come back and that no part of the schema declares, be it of another branch."""
    return without(document, [schema], sent, back)


def without(document, schemas, sent, back):
    parts = list(all_parts(document, schemas))
    if not any(part.keys() & {"properties", "items", "prefixItems", "additionalProperties", "patternProperties"} for part in parts):
        return sent  # Any JSON, all of which is kept.
    if isinstance(sent, list) and isinstance(back, list) and len(sent) == len(back):
        items = [below for part in parts for below in (part.get("items"), *part.get("prefixItems", ())) if isinstance(below, dict)]
        return [without(document, items, *pair) for pair in zip(sent, back)]
    if not (isinstance(sent, dict) and isinstance(back, dict)):
        return sent
    kept = {}
    for name, value in sent.items():
        below = declared(parts, name)
        if name in back:
            kept[name] = without(document, below, value, back[name])
        elif below:
            kept[name] = value
    return kept


def declared(parts, name):
    """What the parts of a schema say of a property."""
    named = [part["properties"][name] for part in parts if name in part.get("properties", {})]
    other = [below for part in parts for below in (part.get("additionalProperties"), *part.get("patternProperties", {}).values())]
    return named or [below for below in other if isinstance(below, dict)]


def all_parts(document, schemas):
    """The schemas and all that they are composed of, each branch of a union among them."""
    pending, seen = list(schemas), set()
    while pending:
        part = pending.pop()
        if isinstance(part, dict) and "$ref" in part:
            if part["$ref"] not in seen:
                seen.add(part["$ref"])
                pending.append(followed(document, part["$ref"]))
        elif isinstance(part, dict):
            yield part
            pending += [below for keyword in ("allOf", "oneOf", "anyOf") for below in part.get(keyword, ())]
