"""Instances of the schemas of a document: what the library finds, what is made for cases that chance misses, and only what the validator takes."""

import sys

from boundary import UNHEARD, Maker
from shallow import Shallow
from validation import Validator, opened
from variety import Variety

sys.setrecursionlimit(20_000)

# How many instances of a part are at hand for whatever holds it.
MOST_IN_PLACE = 4
# What is longer stands in nothing else, or instances would grow with each that holds them.
MOST_TEXT = 1_000


class Sampler:
    """Finds instances of the schemas at places of a document."""

    def __init__(self, document, places):
        self.document, self.places = document, places
        self.maker = Maker(document)
        self.variety = Variety(document)
        self.shallow = Shallow(document, self.fill)
        self.validator = Validator(document, places)
        self.open_validator = None
        self.pools = {}

    def sampled(self, place, count):
        """What the library finds."""
        return self.valid(place, self.shallow.instances(place, count))

    def boundary(self, place, count):
        """What is made."""
        found = self.maker.instances({"$ref": place}, count)
        return self.valid(place, found + self.maker.deep(place))

    def unheard(self, place):
        """Instances but for values that no list of the document has: what is to come."""
        if self.open_validator is None:
            self.open_validator = Validator(self.document, self.places, opened)
        made = self.maker.unheard({"$ref": place}, 8)
        return [one for one in distinct(made) if holds(one, UNHEARD) and self.open_validator.is_valid(place, one)]

    def valid(self, place, found):
        return [one for one in distinct(found) if self.validator.is_valid(place, one)]

    def fill(self, schema, turn):
        """An instance of a part: one of the library's, or one that is made where the library is at it already or finds none."""
        found = self.pool(schema["$ref"]) if "$ref" in schema else []
        if found:
            return found[turn % len(found)]
        made = self.maker.one(schema, turn)
        return Shallow if made is Maker else made

    def pool(self, place):
        if place not in self.pools:
            self.pools[place] = []
            small = [one for one in self.shallow.instances(place, MOST_IN_PLACE) if len(repr(one)) < MOST_TEXT]
            self.pools[place] = small[:MOST_IN_PLACE]
        return self.pools[place]


def distinct(found):
    """Those that differ in more than nothing; null belongs to whatever holds a value of the type."""
    return list({repr(one): one for one in found if one is not None}.values())


def holds(instance, text):
    if isinstance(instance, dict):
        return any(holds(below, text) for below in instance.values())
    if isinstance(instance, list):
        return any(holds(below, text) for below in instance)
    return instance == text
