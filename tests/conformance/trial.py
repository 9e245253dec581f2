"""What the types of one document make of its instances."""

import collections
import json
import random
import re
import subprocess
import time

import harness
from documents import Document
from examples import examples, place_behind
from law import alike, declared_only, difference
from sampling import Sampler
from spelling import EXPONENT, POINT, has_number, text

Question = collections.namedtuple("Question", "number run text instance")
SAMPLED, BOUNDARY, UNHEARD, EXAMPLE = "sampled", "boundary", "unheard", "example"
# What a schema without a narrow choice of values has to be asked.
ENOUGH = 20


class Trial:
    """One document, its crate and its samplers."""

    def __init__(self, options, name, path):
        self.options, self.name, self.path = options, name, path
        self.folder = options.out / name

    def result(self):
        """What was asked, and what was made of it."""
        start = time.monotonic()
        self.schemas = generate(self.options, self.path, self.folder)
        result = {"document": self.name, "types": len(self.schemas)}
        if self.schemas:
            result |= self.asked()
        result["seconds"] = round(time.monotonic() - start)
        (self.folder / "result.json").write_text(json.dumps(result, ensure_ascii=False))
        return result

    def asked(self):
        document = Document(self.path)
        for schema in self.schemas:
            schema["file"], schema["pointer"] = document.body(place_of(schema))
        places = [place_of(schema) for schema in self.schemas]
        self.samplers = samplers(self.path, self.schemas, places, document.files)
        held = set(composed(self.schemas, self.samplers[None].document))
        asked = [number for number in chosen(self.options, len(self.schemas)) if number not in held]
        questions = [question for number in asked for question in self.questions(number)]
        questions += self.shown(set(asked))
        types = [(number, f"types::{self.schemas[number]['type']}") for number in asked]
        program = harness.build(self.folder, types, self.options.out / "target")
        answers = harness.ask(program, [(question.number, question.text) for question in questions])
        harness.clean(self.folder, self.options.out / "target")
        return {"held": len(held), "asked": len(asked), **self.unsampled(asked, questions), **self.judged(questions, answers)}

    def sampler(self, number):
        """By the direction of values, where a schema has a type for each."""
        schema = self.schemas[number]
        split = {place_of(other) for other in self.schemas if other["is_request"]} if not hasattr(self, "split") else self.split
        self.split = split
        return self.samplers[("requests" if schema["is_request"] else "answers") if place_of(schema) in split else None]

    def questions(self, number):
        runs = self.instances(self.sampler(number), place_of(self.schemas[number]))
        for run, instances in runs.items():
            yield from (Question(number, run, text(one), one) for one in instances)
        numbers = [one for one in runs[BOUNDARY] if has_number(one)][:3]
        yield from (Question(number, BOUNDARY, text(one, spelling), one) for one in numbers for spelling in (POINT, EXPONENT))
        unheard = self.sampler(number).unheard(place_of(self.schemas[number]))
        yield from (Question(number, UNHEARD, text(one), one) for one in unheard)

    def instances(self, sampler, place):
        """What is found and what is made, each instance once: more, until there are enough or there is nothing more."""
        for count in (self.options.examples, 2 * ENOUGH, 10 * ENOUGH):
            runs = {SAMPLED: sampler.sampled(place, count), BOUNDARY: sampler.boundary(place, 2 * count)}
            sampled = set(map(repr, runs[SAMPLED]))
            runs[BOUNDARY] = [one for one in runs[BOUNDARY] if repr(one) not in sampled]
            if sum(map(len, runs.values())) >= min(ENOUGH, sampler.variety.place(place)):
                break
        return runs

    def shown(self, asked):
        """The examples of the document whose schema has a type, valid or not."""
        numbers = collections.defaultdict(list)
        for number in sorted(asked):
            numbers[place_of(self.schemas[number])].append(number)
        self.refused = []
        for place, instance in examples(self.samplers[None].document):
            for number in numbers.get(place, ()):
                if instance is None:
                    continue
                if self.sampler(number).validator.is_valid(place, instance):
                    yield Question(number, EXAMPLE, text(instance), instance)
                elif number == numbers[place][0]:
                    self.refused.append(place)

    def unsampled(self, asked, questions):
        """The types that were asked nothing, those that have fewer values than are enough, and those that were asked less all the same."""
        counts = collections.Counter({number: 0 for number in asked})
        counts.update(question.number for question in questions if question.run in (SAMPLED, BOUNDARY))
        by_library = {question.number for question in questions if question.run == SAMPLED}
        few = [number for number in asked if 0 < counts[number] < ENOUGH]
        narrow = {number for number in few if self.sampler(number).variety.place(place_of(self.schemas[number])) < ENOUGH}
        empty = {number for number in asked if not counts[number] and self.is_contradiction(number)}
        pointers = {number: "#".join(place_of(self.schemas[number])) for number in asked}
        return {"unsampled": [pointers[number] for number in asked if not counts[number] and number not in empty],
                "empty": [pointers[number] for number in asked if number in empty],
                "narrow": [pointers[number] for number in few if number in narrow],
                "few": [pointers[number] for number in few if number not in narrow],
                "made_alone": [pointers[number] for number in asked if counts[number] and number not in by_library],
                "examples_refused": len(self.refused)}

    def is_contradiction(self, number):
        """Whether nothing can be of a schema, whichever branches of its unions one takes: what is required of it is `false`, or of no kind."""
        place = place_of(self.schemas[number])
        return not self.sampler(number).maker.instances({"$ref": place}, 2 * ENOUGH)

    def judged(self, questions, answers):
        counts, failures = collections.Counter(), {}
        for question, answer in zip(questions, answers, strict=True):
            is_accepted = not isinstance(answer, harness.Refused)
            is_alike = is_accepted and self.is_alike(question, answer)
            counts.update({(question.run, "tried"): 1, (question.run, "accepted"): is_accepted, (question.run, "equal"): is_alike})
            if not is_alike:
                worst = failures.setdefault((question.number, question.run), (question, answer))
                if len(question.text) < len(worst[0].text):
                    failures[question.number, question.run] = (question, answer)
        runs = {run: {what: counts[run, what] for what in ("tried", "accepted", "equal")} for run in (SAMPLED, BOUNDARY, UNHEARD, EXAMPLE)}
        return {"runs": runs, "failures": [self.failure(*said) for said in failures.values()]}

    def is_alike(self, question, answer):
        if alike(question.instance, answer):
            return True
        place = place_of(self.schemas[question.number])
        return alike(declared_only(self.samplers[None].document, {"$ref": place}, question.instance, answer), answer)

    def failure(self, question, answer):
        schema, said = self.schemas[question.number], f"refused: {answer}"
        if not isinstance(answer, harness.Refused):
            said = f"differs at {difference(question.instance, answer)}, became {text(answer)}"
        return {"type": schema["type"], "pointer": "#".join(place_of(schema)), "run": question.run, "sent": question.text, "said": said}


def place_of(schema):
    return schema["file"], schema["pointer"]


def chosen(options, count):
    """The numbers of the types to try: all, or a share of them that the seed says."""
    numbers = list(range(count))
    if count > options.most_types:
        numbers = sorted(random.Random(options.seed).sample(numbers, options.most_types))
    return numbers


def generate(options, path, folder):
    """The types of the crate that comes of a document, and their schemas."""
    report = folder / "report.json"
    folder.mkdir(parents=True, exist_ok=True)
    command = [options.bin, "generate", path, "--output", folder / "bindings", "--crate-name", "bindings", "--types-only", "--report", report]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{path}: {done.stderr}")
    return json.loads(report.read_text())["schemas"]


def samplers(path, schemas, places, files):
    """A sampler for each direction that types differ by."""
    directions = (None, "answers", "requests") if any(schema["is_request"] for schema in schemas) else (None,)
    return {direction: Sampler(Document(path, direction, files), places) for direction in directions}


def composed(schemas, document):
    """The types that say more than their schemas: branches, with what stands beside them in each place that has them."""
    names = {schema["type"] for schema in schemas}
    called = {place_of(schema): schema["type"] for schema in schemas}
    # A schema that differs by direction has two types, which are called alike.
    own = (schema for schema in schemas if not (schema["is_request"] and schema["type"].removesuffix("Request") in names - {schema["type"]}))
    counts = collections.Counter((schema["file"], schema["pointer"]) for schema in own)
    for number, schema in enumerate(schemas):
        holder, _, keyword = schema["pointer"].rpartition("/")[0].rpartition("/")
        node = document.at((schema["file"], holder)) if keyword in ("oneOf", "anyOf") else None
        beside = isinstance(node, dict) and ("properties" in node or "allOf" in node or ("oneOf" in node and "anyOf" in node))
        beside |= keyword in ("oneOf", "anyOf") and "/allOf/" in holder[-12:]
        # A branch is called after the union that has it: after another one, if an `allOf` has that union and more.
        union = called.get((schema["file"], holder)) if isinstance(node, dict) else None
        beside |= union is not None and not schema["type"].startswith(union)
        if beside or counts[schema["file"], schema["pointer"]] > 1 or is_shared(document, schema["file"], schema["pointer"]):
            yield number


def is_shared(document, file, pointer):
    """Whether a schema stands in a part of an `allOf`, and another part describes the same property."""
    found = re.fullmatch(r"(.*/allOf)/(\d+)(/properties/[^/]+)(/.*)?", pointer)
    if not found:
        return False
    parts = document.at((file, found[1]))
    others = ((file, f"{found[1]}/{index}") for index in range(len(parts)) if index != int(found[2]))
    return any(document.at((place[0], place[1] + found[3])) is not None for other in others for place in composing(document, other, set()))


def composing(document, place, seen):
    """The places of a schema and of the parts of its `allOf`, and theirs."""
    place = place_behind(document, place)
    if place in seen:
        return
    seen.add(place)
    yield place
    node = document.at(place)
    parts = node.get("allOf") if isinstance(node, dict) else None
    for index in range(len(parts) if isinstance(parts, list) else 0):
        yield from composing(document, (place[0], f"{place[1]}/allOf/{index}"), seen)
