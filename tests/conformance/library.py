"""What `hypothesis-jsonschema` finds, which knows nothing of us."""

import base64
import json
import os
import random
import signal
import sys
import tempfile
import warnings

# Its notes about unicode are to stand nowhere that a repository is.
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", os.path.join(tempfile.gettempdir(), "hypothesis"))

import hypothesis.strategies as st
from hypothesis.control import BuildContext
from hypothesis.internal.conjecture.data import ConjectureData
import hypothesis_jsonschema._from_schema as parts
from hypothesis_jsonschema import from_schema

# How long the library may think of one schema; what it found by then counts.
MOST_SECONDS = 2

CUSTOM = {"byte": st.binary(max_size=12).map(lambda data: base64.b64encode(data).decode())}

sys.unraisablehook = lambda _: None
warnings.filterwarnings("ignore")

SEED = 0
KNOWN = {}


def remembered(merged_as_strategies):
    """What makes a member of an object; the library would think about each member of each object anew."""
    known = {}

    def remember(schemas, **options):
        key = json.dumps(schemas, sort_keys=True)
        if key not in known:
            known[key] = merged_as_strategies(schemas, **options)
        return known[key]

    return remember


parts.merged_as_strategies = remembered(parts.merged_as_strategies)


class TooLong(BaseException):
    """Not an `Exception`: the library catches those, and would go on."""


def drawn(schema, count):
    """Some instances of a schema; none where the library knows of none. Schemas that say the same are asked for once."""
    key = json.dumps(schema, sort_keys=True), count
    if key not in KNOWN:
        KNOWN[key] = list(draw(schema, count, f"{SEED} {key[0]}"))
    return KNOWN[key]


def draw(schema, count, seed):
    found, seen = [], set()
    signal.signal(signal.SIGALRM, stop)
    # Again and again: an alarm that strikes in the garbage collector is heard by nobody.
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS, 0.5)
    try:
        strategy, numbers = from_schema(schema, custom_formats=CUSTOM), random.Random(seed)
        # A draw that ends in a blind alley is drawn again, as the library's own engine does, which takes three times as long.
        for _ in range(3 * count):
            keep(once(strategy, numbers), found, seen)
            if len(found) == count:
                break
    except (Exception, TooLong):  # It gives up in many ways; whoever asked counts what came of it.
        pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return found


def once(strategy, numbers):
    """One instance in a list, or none."""
    data = ConjectureData(random=random.Random(numbers.random()))
    try:
        with BuildContext(data, wrapped_test=lambda: None):
            return [data.draw(strategy)]
    except TooLong:
        raise
    except BaseException as error:
        # It ends a draw by one that is no `Exception`.
        if type(error).__name__ in ("StopTest", "UnsatisfiedAssumption"):
            return []
        raise


def keep(values, found, seen):
    for value in values:
        text = repr(value)
        if text not in seen:
            seen.add(text)
            found.append(value)


def stop(*_):
    raise TooLong
