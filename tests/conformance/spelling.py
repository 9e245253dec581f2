"""Values as JSON texts, with numbers spelled in the ways that JSON allows."""

import json

PLAIN, POINT, EXPONENT = "plain", "point", "exponent"


def text(value, spelling=PLAIN):
    """The value as a JSON text."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{quoted(name)}:{text(below, spelling)}" for name, below in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(text(item, spelling) for item in value) + "]"
    if is_number(value):
        return number(value, spelling)
    return quoted(value)


def quoted(value):
    return json.dumps(value, ensure_ascii=False)


def number(value, spelling):
    """The number, spelled so as far as that loses nothing."""
    plain = json.dumps(value)
    if spelling == PLAIN or isinstance(value, int) and abs(value) >= 2**53:
        return plain
    if spelling == POINT:
        return repr(float(value))
    spelled = f"{float(value):.17g}"
    digits, _, power = spelled.partition("e")
    if isinstance(value, int) and value and value % 100 == 0:
        digits, power = str(value // 100), "2"
    return f"{digits}e{power or '0'}"


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def has_number(value):
    if isinstance(value, dict):
        return any(map(has_number, value.values()))
    if isinstance(value, list):
        return any(map(has_number, value))
    return is_number(value)
