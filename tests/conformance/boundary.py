"""Instances that we make ourselves, for the cases that chance would miss: with nothing but what is required, with everything, with null, with
undeclared properties, of each branch of a union, deep ones, edges of numbers and strange texts. Whether they are instances, the validator says.
"""

import zlib

from heights import Heights
from law import UNDECLARED
from quantities import quantities
from shapes import KINDS, Impossible, below, followed, gathered
from texts import texts

# Turns with a meaning; further ones mix.
LEAST, MOST = 0, 1
# Below so many levels objects have what is required alone.
DEEPEST = 3
# So many values hold what is optional; whatever is made after them has what is required alone.
ROOM = 150
# How often a schema that leads to itself is entered.
LEVELS = 8
ANYTHING = [None, 1, "", [], {}, {"a": [None, {"b": 1.5}]}, True, -2.5, ["x"]]
EXTRA = [[1], "undeclared", None, {"deep": {"er": 1}}, 17, True]
UNHEARD = "unheard-of~"


class Maker:
    """Makes instances of the schemas of a document."""

    def __init__(self, document):
        self.document = document
        self.heights = Heights(document)
        self.circles = {}

    def instances(self, schema, count):
        """Instances by one turn each; as many more as a union has branches."""
        turns = max(count, 2 + self.branches(schema, 0))
        return list(filter_made(self.made(schema, turn) for turn in range(turns)))

    def one(self, schema, turn):
        """The instance of a turn, `Maker` where there is none."""
        return next(filter_made([self.made(schema, turn)]), Maker)

    def made(self, schema, turn):
        return lambda: One(self, turn, False).value(schema, turn, 0)

    def deep(self, place):
        """Instances that hold themselves again and again, if the schema leads to itself."""
        circle = self.circle(place)
        if place not in circle:
            return []
        return list(filter_made((lambda turn=turn: One(self, turn, False, circle).value({"$ref": place}, turn, 0)) for turn in (2, 3, 4, 5)))

    def unheard(self, schema, count):
        """Instances but for texts and numbers that no list has."""
        return list(filter_made((lambda turn=turn: One(self, turn, True).value(schema, turn, 0)) for turn in range(1, 1 + count)))

    def branches(self, schema, depth):
        """How many branches the largest union has that a schema is made of."""
        if isinstance(schema, dict) and "$ref" in schema and depth < 8:
            return self.branches(followed(self.document, schema["$ref"]), depth + 1)
        if not isinstance(schema, dict):
            return 0
        own = max((len(schema.get(keyword, ())) for keyword in ("oneOf", "anyOf")), default=0)
        listed = schema["enum"] if isinstance(schema.get("enum"), list) else ()
        return max([own, min(len(listed), 200), *(self.branches(part, depth + 1) for part in schema.get("allOf", ()))])

    def circle(self, place):
        """The places that a place leads to and that lead back to it."""
        if place not in self.circles:
            reached = self.reached(place)
            self.circles[place] = frozenset(other for other in reached if place in self.reached(other)) if place in reached else frozenset()
        return self.circles[place]

    def reached(self, place):
        known = self.__dict__.setdefault("leads", {})
        if place not in known:
            found, pending = set(), [place]
            while pending:
                for target in self.references(pending.pop()):
                    if target not in found:
                        found.add(target)
                        pending.append(target)
            known[place] = found
        return known[place]

    def references(self, place):
        known = self.__dict__.setdefault("direct", {})
        if place not in known:
            known[place] = references(followed(self.document, place))
        return known[place]


def references(schema):
    """The places that a schema refers to."""
    found, pending = set(), [schema]
    while pending:
        part = pending.pop()
        if isinstance(part, dict) and "$ref" in part:
            found.add(part["$ref"])
        pending += below(part)
    return found


def stood_for(schema):
    """The places whose schemas say something of the same value, or one of its branches does."""
    if not isinstance(schema, dict):
        return
    if "$ref" in schema:
        yield schema["$ref"]
    for keyword in ("allOf", "oneOf", "anyOf"):
        for part in schema.get(keyword, ()):
            yield from stood_for(part)


def filter_made(makers):
    for make in makers:
        try:
            yield make()
        except (Impossible, RecursionError):
            continue


class One:
    """The making of one instance."""

    def __init__(self, maker, turn, is_unheard, circle=frozenset()):
        self.maker = maker
        self.turn = turn
        self.is_unheard = is_unheard
        self.circle = circle
        self.entered = 0
        self.values = 0

    def value(self, schema, turn, depth):
        if depth > 60:
            raise Impossible
        self.values += 1
        self.entered += bool(self.circle) and not self.circle.isdisjoint(stood_for(schema))
        if depth > DEEPEST and not (self.circle and self.entered < LEVELS):
            turn = LEAST
        choice = Choice(turn)
        shape = gathered(self.maker.document, schema, lambda branches: self.branch(branches, choice, depth))
        turn = choice.turn
        if shape.listed is not None:
            return self.one_of(shape, turn)
        kinds = KINDS if shape.kinds is None else shape.kinds
        if not kinds:
            raise Impossible
        if shape.kinds is None and not (shape.properties or shape.items or shape.required):
            return ANYTHING[turn % len(ANYTHING)]
        kind = kinds[0] if turn <= MOST or depth == 0 and turn % 7 else kinds[turn % len(kinds)]
        return getattr(self, kind)(shape, turn, depth)

    def one_of(self, shape, turn):
        listed = [value for value in shape.listed if fits(value, shape.kinds)]
        if not listed:
            raise Impossible
        if self.is_unheard and turn != LEAST and not shape.is_whole:
            # Where null is the only value there is no list of texts.
            told = [value for value in listed if value is not None]
            if told and all(isinstance(value, str) for value in told):
                return UNHEARD
        return listed[turn % len(listed)]

    def branch(self, branches, choice, depth):
        """A branch of a union: the shallowest if it is to end, the one that leads back if it is not, each in its turn otherwise."""
        heights = [self.maker.heights.schema(branch) for branch in branches]
        if self.circle and self.entered < LEVELS:
            back = [branch for branch in branches if references(branch) & self.circle]
            if back:
                return choice.of(back)
        if choice.turn == LEAST and depth > 0:
            return branches[heights.index(min(heights))]
        return choice.of(branches)

    def object(self, shape, turn, depth):
        made = {}
        for index, (name, schemas) in enumerate(shape.properties.items()):
            if name in shape.required or self.is_wanted(schemas, turn, index, depth):
                self.put(made, name, schemas, turn + index if turn > MOST else turn, depth, name in shape.required)
        for name in shape.required:
            if name not in made:
                made[name] = self.other(shape, name, turn, depth)
        self.add_others(made, shape, turn, depth)
        return made

    def put(self, made, name, schemas, turn, depth, is_required):
        try:
            made[name] = self.value(schemas[0] if len(schemas) == 1 else {"allOf": schemas}, turn, depth + 1)
        except Impossible:
            if is_required:
                raise

    def is_wanted(self, schemas, turn, index, depth):
        if self.circle and self.entered < LEVELS and any(references(schema) & self.circle for schema in schemas):
            return True
        if turn == LEAST or self.circle:
            return False
        if depth == 0:
            return turn == MOST or bool(mixed(turn, index) & 1)
        return self.values < ROOM and (turn == MOST or mixed(turn, index) % (2 * depth) == 0)

    def other(self, shape, name, turn, depth):
        if shape.is_closed():
            raise Impossible
        rest = shape.rest()
        return self.value({"allOf": rest}, turn, depth + 1) if rest else ANYTHING[(turn + 1) % len(ANYTHING)]

    def add_others(self, made, shape, turn, depth):
        names = ["a", "", "Ünïcödé", "type", "a b"]
        count = max(shape.at_least("minProperties") - len(made), turn % 3 if turn > MOST and depth < 2 else min(turn, 1))
        if shape.patterns:
            self.add_patterned(made, shape, turn, depth)
        if shape.rest():
            for index in range(min(count, 20)):
                name = names[(turn + index) % 5] if index < 5 else f"key{index}"
                if name not in shape.properties and name not in made:
                    made[name] = self.other(shape, name, turn + index, depth)
        elif not shape.is_closed() and depth == 0 and (turn % 4 == 2 or turn > 20):
            made[UNDECLARED] = EXTRA[turn // 4] if turn // 4 < len(EXTRA) else turn

    def add_patterned(self, made, shape, turn, depth):
        for pattern, schemas in shape.patterns.items():
            if turn == LEAST:
                continue
            named = gathered(self.maker.document, {"type": "string", "pattern": pattern}, None)
            found = texts(named)
            for index in range(1 + turn % 2):
                name = found[(turn + index) % len(found)]
                if name not in shape.properties:
                    self.put(made, name, schemas, turn + index, depth, False)

    def array(self, shape, turn, depth):
        items = {"allOf": shape.items} if shape.items else True
        least, most = shape.at_least("minItems"), shape.at_most("maxItems")
        wanted = [0, 1, 3, 2][turn % 4] if depth < 2 and turn > MOST else min(turn, 1)
        if self.circle and self.entered < LEVELS and references(items) & self.circle:
            wanted = 1
        if shape.prefix and turn != LEAST:
            wanted = len(shape.prefix)
        made = []
        for index in range(int(min(max(wanted, least), most, 500))):
            part = shape.prefix[index] if index < len(shape.prefix) else items
            try:
                self.push(made, part, turn + index if turn > MOST or shape.bounds.get("uniqueItems") else turn, depth, shape)
            except Impossible:
                if len(made) < least:
                    raise
        return made

    def push(self, made, part, turn, depth, shape):
        value = self.value(part, turn, depth + 1)
        if not shape.bounds.get("uniqueItems") or repr(value) not in map(repr, made):
            made.append(value)

    def string(self, shape, turn, _depth):
        found = texts(shape)
        return found[turn % len(found)]

    def number(self, shape, turn, _depth):
        found = quantities(shape)
        return found[turn % len(found)]

    def boolean(self, _shape, turn, _depth):
        return turn % 2 == 1

    def null(self, *_):
        return None


class Choice:
    """Choices by a turn, each by what the one before it left of that: of two with as many branches all pairs have their turn."""

    def __init__(self, turn):
        self.turn = turn

    def of(self, branches):
        if self.turn <= MOST:
            return branches[self.turn % len(branches)]
        # Each has its turn with everything before any is mixed.
        left, number = divmod(self.turn - MOST - 1, len(branches))
        self.turn = left + MOST
        return branches[number]


def fits(value, kinds):
    """Whether a value is of one of the kinds."""
    if kinds is None:
        return True
    names = {dict: "object", list: "array", str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}
    return names[type(value)] in kinds


def mixed(turn, index):
    """A number that looks like chance, and is the same each time."""
    return zlib.crc32(b"%d %d" % (turn, index)) >> 3
