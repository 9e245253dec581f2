#!/usr/bin/env python3
"""Prints what the types of other generators make of the instances that ours are tried on, side by side.

    tests/conformance/peers.py [--bin PATH] [--out DIR] NAME=DOCUMENT ...

Only schemas of components are tried that all generators have a type of: one with the schema's name in Rust. Instances are valid ones, sampled and
made as in `run.py`, and keep to formats such as `uuid` too; the law is the same. Needs what `run.py` needs, and

    cargo install openapi-to-rust --version 0.23.0 --locked
    cargo install cargo-progenitor --locked
"""

import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import documents
import harness
import texts
from documents import Document
from law import alike
from trial import BOUNDARY, SAMPLED, Trial, generate, place_of, samplers

# Formats that others have types for which take nothing else; instances keep to them here, though a format alone bounds nothing.
UUIDS = ["3fa85f64-5717-4562-b3fc-2c963f66afa6", "00000000-0000-0000-0000-000000000000"]
KEPT = ("uuid", "uri", "email", "hostname", "ipv4", "ipv6", "time")

MANIFEST = '[package]\nname = "bindings"\nversion = "0.0.0"\nedition = "2024"\n\n'


def ours(options, document, crate):
    call([options.bin, "generate", document, "--output", crate, "--crate-name", "bindings", "--types-only"])
    return "types", crate / "src"


def openapi_to_rust(_options, document, crate):
    modules = crate / "src/generated"
    modules.mkdir(parents=True)
    call(["openapi-to-rust", "generate", document, "--output-dir", modules])
    # Its types need none of what its client is made of.
    (crate / "src/lib.rs").write_text('#[path = "generated/types.rs"]\npub mod types;\n')
    needed = [line for line in (modules / "REQUIRED_DEPS.toml").read_text().splitlines() if not line.startswith("reqwest")]
    (crate / "Cargo.toml").write_text(MANIFEST + "\n".join(needed) + "\n")
    return "types", modules / "types.rs"


def progenitor(_options, document, crate):
    command = ["cargo-progenitor", "progenitor", "-o", crate, "-n", "bindings", "-v", "0.0.0", "-i"]
    try:
        call([*command, document])
    except subprocess.CalledProcessError:
        # It takes few operations; the types are those of the components all the same.
        print(f"{document.name}: progenitor takes the components alone", file=sys.stderr)
        call([*command, without_operations(document, crate.parent)])
    types = crate.parent / "types.rs"
    _, _, text = (crate / "src/lib.rs").read_text().partition("pub mod types {")
    types.write_text(text.partition("\n}\n")[0])
    return "types", types


def without_operations(document, folder):
    """The document with its components alone."""
    read = Document(document)
    copy = folder / "components.json"
    copy.write_text(json.dumps({**read.file(read.entry), "paths": {}}))
    return copy


COMMANDS = {"openapi-to-rust": ("openapi-to-rust", openapi_to_rust), "progenitor": ("cargo-progenitor", progenitor)}
GENERATORS = {"openapi-bindgen": ours, **{peer: generate for peer, (command, generate) in COMMANDS.items() if shutil.which(command)}}


def main():
    options = arguments()
    documents.FORMATS += KEPT
    texts.FORMATS["uuid"] = UUIDS
    for peer in COMMANDS.keys() - GENERATORS.keys():
        print(f"{peer} is not installed, so that nothing is said of it", file=sys.stderr)
    print("| document | types | instances | by | accepted | equal |\n|---|--:|--:|---|--:|--:|")
    for text in options.documents:
        name, _, path = text.partition("=")
        for row in rows(options, name, pathlib.Path(path).resolve()):
            print(f"| {' | '.join(map(str, row))} |", flush=True)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="+")
    parser.add_argument("--bin", type=pathlib.Path, default="target/release/openapi-bindgen")
    parser.add_argument("--examples", type=int, default=8)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "openapi-bindgen-peers")
    return parser.parse_args()


def rows(options, name, path):
    """A row a generator."""
    made = {peer: crate(options, name, path, peer) for peer in GENERATORS}
    trial = Trial(options, name, path)
    trial.schemas = generate(options, path, options.out / name)
    trial.samplers = samplers(path, trial.schemas, [place_of(schema) for schema in trial.schemas], {})
    common = {number: found for number, schema in enumerate(trial.schemas) if (found := named(schema, made))}
    questions = [question for number in common for question in trial.questions(number) if question.run in (SAMPLED, BOUNDARY)]
    for peer, (module, _) in made.items():
        folder = options.out / f"{name}-{peer}"
        types = [(number, f"{module}::{found[peer]}") for number, found in common.items()]
        try:
            # Some of our types are other names of Rust's own, which take less by traits of others.
            form = harness.OURS if peer == "openapi-bindgen" else harness.SERDE
            program = harness.build(folder, types, options.out / "target", form)
        except subprocess.CalledProcessError:
            yield name, len(common), len(questions), peer, "does not compile", "–"
            continue
        answers = harness.ask(program, [(question.number, question.text) for question in questions])
        harness.clean(folder, options.out / "target")
        accepted = [not isinstance(answer, harness.Refused) for answer in answers]
        equal = [is_accepted and alike(question.instance, answer) for question, answer, is_accepted in zip(questions, answers, accepted)]
        yield name, len(common), len(questions), peer, share(accepted), share(equal)


def crate(options, name, path, peer):
    """The module of the types that a generator makes, and the names that are in it."""
    folder = options.out / f"{name}-{peer}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    module, sources = GENERATORS[peer](options, path, folder / "bindings")
    files = sources.rglob("*.rs") if sources.is_dir() else [sources]
    text = "\n".join(file.read_text() for file in files)
    return module, {plain(found): found for found in re.findall(r"^ *pub (?:struct|enum|type) (\w+)", text, re.MULTILINE)}


def named(schema, made):
    """What each generator calls the type of a schema of the components, if all have one."""
    holder, _, name = schema["pointer"].rpartition("/")
    if holder != "/components/schemas" or schema["is_request"]:
        return None
    found = {peer: schema["type"] if peer == "openapi-bindgen" else names.get(plain(name)) for peer, (_, names) in made.items()}
    return found if all(found.values()) else None


def plain(name):
    return re.sub(r"[^a-z0-9]", "", name.lower())


def share(flags):
    return f"{sum(flags)} ({100 * sum(flags) / max(len(flags), 1):.1f} %)"


def call(command):
    subprocess.run(list(map(str, command)), check=True, capture_output=True)


if __name__ == "__main__":
    main()
