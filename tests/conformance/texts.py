"""Texts that a schema allows, from the shortest to the strangest."""

import library

# Empty, plain, other scripts, what JSON escapes, what looks like another kind.
STRANGE = ["", "a", "Ünïcödé 漢字 \U0001f980", "\"\\/\b\f\n\r\t\u0000\u2028", "null", "1", " x ", "e\u0301\u202e", "{}"]
FORMATS = {
    "date-time": ["2026-11-23T10:20:30Z", "1985-04-12T23:20:50.52Z", "1996-12-19T16:39:57-08:00", "2000-02-29T00:00:00.123456789+05:30"],
    "date": ["2026-11-23", "2000-02-29", "1970-01-01", "9999-12-31"],
    "byte": ["", "aGVsbG8=", "+/8=", "AAAA"],
}


def texts(shape):
    """Texts of a shape; some may not be instances, which the validator tells."""
    if "pattern" in shape.texts:
        return patterned(shape) or [""]
    if shape.texts.get("format") in FORMATS:
        return FORMATS[shape.texts["format"]]
    shortest, longest = shape.at_least("minLength"), shape.at_most("maxLength")
    found = [text for text in STRANGE if shortest <= len(text) <= longest]
    for length in (shortest, longest):
        if length <= 1_000:
            found.append("é" * int(length))
    return found or ["x" * shortest]


def patterned(shape):
    schema = {"type": "string", "pattern": shape.texts["pattern"]}
    schema.update({keyword: shape.bounds[keyword] for keyword in ("minLength", "maxLength") if keyword in shape.bounds})
    return library.drawn(schema, 8)
