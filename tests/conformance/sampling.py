"""Instances of schemas. `hypothesis-jsonschema` makes them, and knows nothing of us; here is said what it is asked for.

A sampler has to end where schemas lead back to themselves. So every schema is sampled by itself, with instances that were found before
in place of what its `$ref`s lead to.
"""

import base64
import os
import signal
import sys
import tempfile
import warnings

# Its notes about unicode are to stand nowhere that a repository is.
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", os.path.join(tempfile.gettempdir(), "hypothesis"))

import hypothesis
import hypothesis.strategies as st
import jsonschema_rs
from hypothesis_jsonschema import from_schema

# How long the sampler may think of one schema; what it found by then counts.
MOST_SECONDS = 10

# How many instances stand for a schema inside others.
MOST_IN_PLACE = 4

# What of a schema stands in place of a `$ref` that nothing is known of yet.
NOTHING = False

CUSTOM = {"byte": st.binary(max_size=12).map(lambda data: base64.b64encode(data).decode())}

sys.setrecursionlimit(20_000)
sys.unraisablehook = lambda _: None
warnings.filterwarnings("ignore")


class Sampler:
    """Finds instances of the schemas of a document."""

    def __init__(self, document, examples, seed):
        self.document = document
        self.examples = examples
        self.seed = seed
        self.pools = {}
        self.under_way = []
        # Schemas whose instances lack what was under way when they were sampled.
        self.incomplete = set()

    def instances(self, place):
        """Valid instances of the schema at a place, different from each other."""
        if place not in self.pools:
            self.pools[place] = []
            self.pools[place] = self.sample(place)
        if place in self.incomplete and not self.under_way:
            self.incomplete.discard(place)
            known = {repr(instance) for instance in self.pools[place]}
            self.pools[place] += [new for new in self.sample(place) if repr(new) not in known]
        return self.pools[place]

    def sample(self, place):
        if not isinstance(self.document.at(place), (dict, bool)):
            return []
        self.under_way.append(place)
        try:
            closed = self.closed(self.document.schema(place), frozenset(), (place,))
            found = self.variants(closed)
            return self.valid(place, found)
        finally:
            self.under_way.pop()

    def variants(self, schema):
        """Instances of a schema, those with every property and those with the required ones alone among them."""
        found = draw(schema, self.examples, self.seed)
        properties = schema.get("properties") if isinstance(schema, dict) else None
        if properties:
            possible = sorted(name for name, below in properties.items() if below is not NOTHING)
            required = [name for name in schema.get("required", []) if isinstance(name, str)]
            found += draw({**schema, "required": sorted({*possible, *required})}, 4, self.seed)
            found += draw({**schema, "propertyNames": {"enum": required}} if required else {"const": {}}, 1, self.seed)
            found += [{**instance, "undeclared~": [1]} for instance in found[-1:] if isinstance(instance, dict)]
        return found

    def valid(self, place, found):
        """Those that an independent validator takes for instances."""
        try:
            validator = self.validator(place)
        except jsonschema_rs.ValidationError:  # The document's slip: it is no JSON Schema.
            return []
        unique = {}
        for instance in found:
            unique.setdefault(repr(instance), instance)
        return [instance for instance in unique.values() if validator.is_valid(instance)]

    def validator(self, place):
        numbers, definitions, pending = {place: "0"}, {}, [place]
        while pending:
            at = pending.pop()

            def refer(target):
                if target not in numbers:
                    numbers[target] = str(len(numbers))
                    pending.append(target)
                return "#/$defs/" + numbers[target]

            definitions[numbers[at]] = referring(self.document.schema(at), refer)
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/0", "$defs": definitions}
        return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)

    def closed(self, schema, around, way):
        """The schema without `$ref`s, whose objects have no properties but those that are declared: undeclared ones may be dropped."""
        if isinstance(schema, bool):
            return schema
        if "$ref" in schema:
            return self.in_place(schema["$ref"], way)
        names = around | self.names(schema, way)
        closed = self.parts(schema, names, way)
        if names and not self.any_part(schema, way, has_branches) and not self.any_part(schema, way, is_open):
            closed["propertyNames"] = {"enum": sorted(names)}
        if "patternProperties" in schema:
            closed.setdefault("additionalProperties", False)
        return closed

    def any_part(self, schema, way, says):
        """Whether a schema or what it is composed of says something."""
        if isinstance(schema, bool):
            return False
        return says(schema) or any(self.any_part(*self.followed(part, way), says) for part in schema.get("allOf", ()))

    def parts(self, schema, names, way):
        closed = {}
        for key, value in schema.items():
            if key == "allOf":
                closed[key] = [self.inlined(part, names, way) for part in value]
            elif key in ("oneOf", "anyOf"):
                branches = [self.closed(part, names, way) for part in value]
                closed[key] = [branch for branch in branches if branch is not NOTHING] or [False]
            elif key in ("properties", "patternProperties"):
                closed[key] = {name: self.closed(below, frozenset(), way) for name, below in value.items()}
            elif key == "prefixItems":
                closed[key] = [self.closed(below, frozenset(), way) for below in value]
            elif key in ("items", "additionalProperties") and isinstance(value, dict):
                closed[key] = self.closed(value, frozenset(), way)
            elif key not in ("$defs", "definitions", "unevaluatedProperties", "unevaluatedItems", "not", "if", "then", "else", "dependentSchemas"):
                closed[key] = value
        return closed

    def inlined(self, part, names, way):
        """A part of an `allOf`, which instances found before could not be merged with."""
        if isinstance(part, dict) and "$ref" in part:
            target = part["$ref"]
            if target in way or self.document.at(target) is None:
                return {}
            return self.inlined(self.document.schema(target), names, (*way, target))
        return part if isinstance(part, bool) else self.parts(part, names, way)

    def in_place(self, target, way):
        if not isinstance(self.document.at(target), (dict, bool)):
            return NOTHING
        if target in self.under_way and not self.pools.get(target):
            self.incomplete.update(self.under_way)
        found = self.instances(target)
        chosen = sorted(found, key=lambda instance: len(repr(instance)))
        if len(chosen) > MOST_IN_PLACE:
            step = len(chosen) // MOST_IN_PLACE
            chosen = chosen[::step][:MOST_IN_PLACE]
        return {"enum": chosen} if chosen else NOTHING

    def names(self, schema, way):
        """The properties that a schema and its parts declare."""
        if isinstance(schema, bool):
            return frozenset()
        names = frozenset(schema.get("properties", ()))
        for part in schema.get("allOf", ()):
            names |= self.names(*self.followed(part, way))
        return names

    def followed(self, part, way):
        while isinstance(part, dict) and "$ref" in part:
            target = part["$ref"]
            if target in way or self.document.at(target) is None:
                return {}, way
            part, way = self.document.schema(target), (*way, target)
        return part, way


def has_branches(schema):
    """Whether a schema has several forms, each with properties of its own."""
    return "oneOf" in schema or "anyOf" in schema


def is_open(schema):
    """Whether a schema says what its undeclared properties are."""
    return isinstance(schema.get("additionalProperties"), dict) or "patternProperties" in schema or "propertyNames" in schema


def referring(schema, refer):
    """The schema with its places as `refer` writes them."""
    if isinstance(schema, list):
        return [referring(item, refer) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if isinstance(schema.get("$ref"), tuple):
        return {"$ref": refer(schema["$ref"])}
    return {key: value if key in ("enum", "const") else referring(value, refer) for key, value in schema.items()}


def draw(schema, examples, seed):
    """Some instances of a schema; none where the sampler knows of none."""
    found = []

    @hypothesis.seed(seed)
    @hypothesis.settings(max_examples=examples, database=None, deadline=None, phases=[hypothesis.Phase.generate],
                         suppress_health_check=list(hypothesis.HealthCheck))
    def keep(instance):
        found.append(instance)

    signal.signal(signal.SIGALRM, stop)
    # Again and again: an alarm that strikes in the garbage collector is heard by nobody.
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS, 1)
    try:
        hypothesis.given(from_schema(schema, custom_formats=CUSTOM))(keep)()
    except Exception:  # The sampler gives up in many ways; whoever asked counts what came of it.
        pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return found


def stop(*_):
    raise TimeoutError
