#!/usr/bin/env python3
"""Shows that generation costs as much more as there is more to generate.

    codegen/benches/linear.py [--command PATH] [--runs 3] [DOCUMENT ...]

The script repeats the paths and the components of a document 1, 2, 4 and 8 times. A copy's paths get a prefix, its operation ids and the
names of its components a suffix, and what refers to one of these refers to the copy's own. It runs the command on each and prints the
least wall time, CPU time and peak memory of so many runs, each into a new folder. It fails where CPU time or memory grows by more than 1.1
times what the document grows by in bytes; wall time says as much of what else the machine does.

Without a document it writes one of its own, in which everything refers to something. Documents in JSON are read with Python alone; those in
YAML need PyYAML, and are repeated as JSON behind a comment, so that the command reads them as YAML too.

The command is built by `cargo build --release -p openapi-bindgen-cli`.
"""

import argparse
import json
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

COMMAND = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", "target")) / "release" / "openapi-bindgen"
COPIES = [1, 2, 4, 8]
MOST = 1.1

# What is repeated beside paths: the members of these, in OpenAPI 3 and in Swagger 2.0.
KINDS = ["schemas", "responses", "parameters", "examples", "requestBodies", "headers", "links", "callbacks", "pathItems"]
ROOTS = ["definitions", "responses", "parameters", "webhooks"]
COMPONENT = re.compile(rf"#/(?:components/(?:{'|'.join(KINDS)})|{'|'.join(ROOTS)})/[^/]+")
PATH = "#/paths/~1"


def reference(text, copy):
    """A `$ref` that leads to the copy."""
    if text.startswith(PATH):
        return f"{PATH}copy{copy}~1{text[len(PATH):]}"
    return COMPONENT.sub(lambda found: f"{found[0]}Copy{copy}", text, count=1)


def mapping(values, copy, schemas):
    """The mapping of a discriminator, whose values are references or names of schemas."""
    return {tag: f"{value}Copy{copy}" if value in schemas else reference(value, copy) for tag, value in values.items()}


def renamed(node, copy, schemas):
    """A node of the copy."""
    if isinstance(node, list):
        return [renamed(value, copy, schemas) for value in node]
    if not isinstance(node, dict):
        return node
    result = {}
    for key, value in node.items():
        if key == "$ref" and isinstance(value, str):
            result[key] = reference(value, copy)
        elif key == "operationId" and isinstance(value, str):
            result[key] = f"{value}Copy{copy}"
        elif key == "mapping" and isinstance(value, dict) and all(isinstance(name, str) for name in value.values()):
            result[key] = mapping(value, copy, schemas)
        else:
            result[key] = renamed(value, copy, schemas)
    return result


def repeated(document, copies):
    """The document with so many copies of its paths and components, itself the first."""
    components = document.get("components", {})
    schemas = {*components.get("schemas", {}), *document.get("definitions", {})}
    maps = [components[kind] for kind in KINDS if kind in components] + [document[root] for root in ROOTS if root in document]
    originals = [dict(members) for members in maps]
    paths = document.get("paths", {})
    calls = dict(paths)
    for copy in range(2, copies + 1):
        for members, original in zip(maps, originals):
            members.update({f"{name}Copy{copy}": renamed(node, copy, schemas) for name, node in original.items()})
        paths.update({f"/copy{copy}{path}": renamed(item, copy, schemas) for path, item in calls.items()})
    return document


def read(path):
    """The document, and what stands before it in its copies."""
    text = path.read_text(encoding="utf-8")
    if text.lstrip().startswith("{"):
        return json.loads(text), ""
    try:
        import yaml
    except ImportError:
        raise SystemExit(f"{path} is YAML, and PyYAML is not installed") from None
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)), "# Read as YAML.\n"


def kinds():
    """Twenty bases with a discriminator and three heirs each, and unions of these that go by it."""
    schemas = {}
    for index in range(20):
        heirs = [f"Heir{index}{letter}" for letter in "ABC"]
        base = {"$ref": f"#/components/schemas/Base{index}"}
        schemas[f"Base{index}"] = {
            "type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "next": base},
            "discriminator": {"propertyName": "kind", "mapping": {f"kind-{heirs[0]}": f"#/components/schemas/{heirs[0]}"}}}
        for heir in heirs:
            schemas[heir] = {"allOf": [base, {"type": "object", "properties": {f"of{heir}": {"type": "string"}}}]}
        schemas[f"Some{index}"] = {"oneOf": [
            {"$ref": f"#/components/schemas/{heirs[1]}"}, {"$ref": f"#/components/schemas/{heirs[2]}"},
            *({"type": "object", "properties": {"kind": {"type": "string", "enum": [word]}, "size": {"type": "integer"}}} for word in "xyz")]}
    return schemas


def ours():
    """A document of 220 schemas and 80 operations."""
    schemas, paths = kinds(), {}

    def to(index):
        return {"$ref": f"#/components/schemas/Thing{index % 120}"}

    for index in range(120):
        schemas[f"Thing{index}"] = [
            {"description": "An object that holds others, and itself.", "type": "object", "required": ["id"], "properties": {
                "id": {"type": "string", "format": "uuid"}, "next": to(index + 1), "self": to(index),
                "many": {"type": "array", "items": to(index + 7)}, "at": {"type": "string", "format": "date-time"},
                "kind": {"type": "string", "enum": [f"kind-{index}", "other", "Another"]}}},
            {"allOf": [to(index + 3), {"type": "object", "properties": {"count": {"type": "integer", "nullable": True}}}]},
            {"oneOf": [to(index + 2), to(index + 6), {"type": "string"}]},
            {"type": "object", "additionalProperties": to(index + 1), "description": "What is called by any name."},
        ][index % 4]
    for index in range(80):
        answer = {"description": "It is there.", "content": {"application/json": {"schema": to(index)}}}
        paths[f"/things{index}/{{id}}"] = {"post": {
            "operationId": f"changeThing{index}", "tags": [f"tag {index % 5}"], "summary": "Changes a thing.",
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                           {"name": "limit", "in": "query", "schema": {"type": "integer"}}],
            "requestBody": {"content": {"application/json": {"schema": to(index * 3)}}},
            "responses": {"200": answer, "404": {"description": "It is not."}}}}
    return {"openapi": "3.0.3", "info": {"title": "Things", "version": "1"}, "servers": [{"url": "https://example.com"}],
            "paths": paths, "components": {"schemas": schemas}}


def write(path, folder):
    """Writes the repeated documents, in a process of its own: a child's peak memory begins with that of its parent."""
    for copies in COPIES:
        document, before = read(path) if path else (ours(), "")
        text = json.dumps(repeated(document, copies), ensure_ascii=False, default=str, indent=1)
        (folder / f"{copies}.json").write_text(before + text, encoding="utf-8")


def run(command, document, output):
    """Generates once; gives wall seconds, CPU seconds and peak memory in mebibytes."""
    start = time.perf_counter()
    line = [command, "generate", document, "--output", output, "--crate-name", "linear"]
    with open(f"{output}.txt", "wb") as said:
        child = subprocess.Popen(line, stdout=said, stderr=said)
        _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{command} failed on {document}:\n{pathlib.Path(f'{output}.txt').read_text()}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(name, folder, command, runs):
    """Prints the rows of one document; says whether every row is within bounds."""
    within, first = True, None
    for copies in COPIES:
        document = folder / f"{copies}.json"
        results = [run(command, document, folder / f"crate-{copies}-{index}") for index in range(runs)]
        row = (document.stat().st_size / 1024 / 1024, *map(min, zip(*results)))
        first = first or row
        grown, _, slower, larger = (now / then for now, then in zip(row, first))
        fits = max(slower, larger) <= MOST * grown
        within = within and fits
        print(f"| {name} | {copies} | {row[0]:.2f} MiB | {row[1]:.2f} s | {row[2]:.2f} s | {row[3]:.0f} MiB "
              f"| {grown:.2f} | {slower:.2f} | {larger:.2f} | {'yes' if fits else 'NO'} |", flush=True)
    return within


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("documents", metavar="DOCUMENT", type=pathlib.Path, nargs="*")
    arguments.add_argument("--command", type=pathlib.Path, default=COMMAND)
    arguments.add_argument("--runs", type=int, default=3)
    options = arguments.parse_args()

    print("| document | copies | size | wall | CPU | memory | size grows | CPU | memory | linear |")
    print("|---" * 10 + "|", flush=True)
    within = True
    for path in options.documents or [None]:
        with tempfile.TemporaryDirectory(prefix="linear-") as folder:
            folder = pathlib.Path(folder)
            writer = multiprocessing.Process(target=write, args=(path, folder))
            writer.start()
            writer.join()
            if writer.exitcode:
                return 2
            within &= measure(path.stem if path else "ours", folder, options.command.resolve(), options.runs)
    return 0 if within else 1


if __name__ == "__main__":
    sys.exit(main())
