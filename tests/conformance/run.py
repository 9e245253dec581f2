#!/usr/bin/env python3
"""Shows that types take every value that their schemas allow, and give it back as it was.

    tests/conformance/run.py [--bin PATH] [--examples 24] [--seed 0] [--out DIR] [--only a,b] DOCUMENT_OR_FOLDER ...

For each document: generates a crate; samples instances of the schema of every type by `hypothesis-jsonschema`, which knows nothing of us;
confirms each by `jsonschema-rs`, an independent validator; has it decoded and encoded by the type; and compares. The law: every valid
instance is accepted and comes back equal, up to the spelling of numbers and undeclared properties. Integers are tried as `5.0` too.

A folder holds an INDEX.tsv with the columns `name` and `file`. A line a document, then each failure with the smallest instance that shows
it; the exit code is the number of documents that break the law, at most 100. Needs `pip install hypothesis-jsonschema jsonschema-rs pyyaml`
and cargo.
"""

import argparse
import collections
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import harness
from documents import Document
from law import equal
from sampling import Sampler


def main():
    options = arguments()
    broken = 0
    for name, path in documents(options):
        broken += not tried(options, name, path)
    sys.exit(min(broken, 100))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="+", type=pathlib.Path)
    parser.add_argument("--bin", default="target/release/openapi-bindgen")
    parser.add_argument("--examples", type=int, default=24)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "openapi-bindgen-conformance")
    parser.add_argument("--only", default="")
    parser.add_argument("--most-schemas", type=int, default=10**6, help="pass over larger documents, aloud")
    return parser.parse_args()


def documents(options):
    only = set(filter(None, options.only.split(",")))
    for path in options.documents:
        listed = [(path.stem, path)]
        if path.is_dir():
            with open(path / "INDEX.tsv", newline="") as index:
                listed = [(row["name"], path / row["file"]) for row in csv.DictReader(index, delimiter="\t")]
        yield from (entry for entry in listed if not only or entry[0] in only)


def tried(options, name, path):
    """Whether the law holds for a document."""
    start = time.monotonic()
    folder = options.out / name
    schemas = generate(options, path, folder)
    if not schemas:
        print(f"{name}: has no types")
        return True
    if len(schemas) > options.most_schemas:
        print(f"{name}: PASSED OVER, its {len(schemas)} types are more than --most-schemas")
        return True
    questions, unsampled = sampled(schemas, samplers(options, path))
    program = harness.build(folder, [schema["type"] for schema in schemas], options.out / "target")
    answers = harness.ask(program, [(number, text) for number, text, _ in questions])
    failures, accepted, alike = {}, 0, 0
    for (number, text, instance), answer in zip(questions, answers):
        is_accepted = not isinstance(answer, harness.Refused)
        is_alike = is_accepted and equal(instance, answer)
        accepted += is_accepted
        alike += is_alike
        if not is_alike and (number not in failures or len(text) < len(failures[number][0])):
            failures[number] = (text, answer)
    print(f"{name}: types={len(schemas)} unsampled={len(unsampled)} tried={len(questions)} accepted={accepted} equal={alike} "
          f"broken={len(failures)} seconds={time.monotonic() - start:.0f}", flush=True)
    for number in unsampled:
        print(f"    unsampled {schemas[number]['pointer']}")
    for number, (text, answer) in failures.items():
        said = f"refused: {answer}" if isinstance(answer, harness.Refused) else f"became {json.dumps(answer)[:300]}"
        print(f"    BROKEN {schemas[number]['type']} {schemas[number]['pointer']}\n        {text[:300]}\n        {said}")
    return not failures


def generate(options, path, folder):
    """The types of the crate that comes of a document, and their schemas."""
    report = folder / "report.json"
    folder.mkdir(parents=True, exist_ok=True)
    command = [options.bin, "generate", path, "--output", folder / "bindings", "--crate-name", "bindings", "--report", report]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{path}: {done.stderr}")
    return json.loads(report.read_text())["schemas"]


def samplers(options, path):
    """A sampler for each direction."""
    return {direction: Sampler(Document(path, direction), options.examples, options.seed) for direction in ("answers", "requests", None)}


def composed(schemas, document):
    """The types that say more than their schemas: branches, with what stands beside them in each place that has them."""
    counts = collections.Counter((schema["file"], schema["pointer"]) for schema in schemas if not schema["is_request"])
    for number, schema in enumerate(schemas):
        holder, _, keyword = schema["pointer"].rpartition("/")[0].rpartition("/")
        node = document.at((schema["file"], holder)) if keyword in ("oneOf", "anyOf") else None
        beside = isinstance(node, dict) and ("properties" in node or "allOf" in node or ("oneOf" in node and "anyOf" in node))
        if beside or counts[schema["file"], schema["pointer"]] > 1:
            yield number


def split(schemas):
    """The schemas with a type for each direction."""
    return {(schema["file"], schema["pointer"]) for schema in schemas if schema["is_request"]}


def sampled(schemas, samplers):
    """What each type is asked: its number, a JSON text, and the instance that this is; and the types for which there is none."""
    questions, unsampled, both = [], [], split(schemas)
    beyond = set(composed(schemas, samplers[None].document))
    for number, schema in enumerate(schemas):
        if number in beyond:
            continue
        place = schema["file"], schema["pointer"]
        direction = ("requests" if schema["is_request"] else "answers") if place in both else None
        instances = samplers[direction].instances(place)
        # Null belongs to whatever holds a value of the type.
        instances = [instance for instance in instances if instance is not None]
        if not instances:
            unsampled.append(number)
        for instance in instances:
            questions.append((number, json.dumps(instance, ensure_ascii=False), instance))
        whole = next((instance for instance in instances if has_integer(instance)), None)
        if whole is not None:
            questions.append((number, json.dumps(spelled(whole), ensure_ascii=False), whole))
    return questions, unsampled


def has_integer(instance):
    if isinstance(instance, dict):
        return any(map(has_integer, instance.values()))
    if isinstance(instance, list):
        return any(map(has_integer, instance))
    return isinstance(instance, int) and not isinstance(instance, bool)


def spelled(instance):
    """The instance with its integers spelled with a point, as far as that loses nothing."""
    if isinstance(instance, dict):
        return {key: spelled(value) for key, value in instance.items()}
    if isinstance(instance, list):
        return list(map(spelled, instance))
    if isinstance(instance, int) and not isinstance(instance, bool) and abs(instance) < 2**53:
        return float(instance)
    return instance


if __name__ == "__main__":
    main()
