#!/usr/bin/env python3
"""Runs the tests that crates are generated with, for one document after the other.

    tests/conformance/calls.py [--bin PATH] [--out DIR] [--only a,b] [--most-seconds N] DOCUMENT_OR_FOLDER ...

For each document: generates a crate `--with-tests`, and runs these. They compare the request of every call with what the document says,
and read every answer that it describes. A folder holds an INDEX.tsv with the columns `name` and `file`; the smallest document comes first.

A line a document: operations, those that are called and in how many ways, those whose tests pass. Then each failure. With `--most-seconds` no document is begun
after that time, which is said. The exit code is the number of documents that fail, at most 100. Needs cargo.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import corpus


def main():
    options = arguments()
    start, failed, passed_over = time.monotonic(), 0, []
    for name, path in documents(options):
        if time.monotonic() - start > options.most_seconds:
            passed_over.append(name)
        else:
            failed += not passes(options, name, path)
    if passed_over:
        print(f"PASSED OVER, since the time is up: {', '.join(passed_over)}")
    sys.exit(min(failed, 100))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="+", type=pathlib.Path)
    parser.add_argument("--bin", default="target/release/openapi-bindgen")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "openapi-bindgen-calls")
    parser.add_argument("--only", default="")
    parser.add_argument("--most-seconds", type=float, default=float("inf"))
    return parser.parse_args()


def documents(options):
    """The smallest document first."""
    return sorted(corpus.documents(options), key=lambda entry: entry[1].stat().st_size)


def passes(options, name, path):
    """Whether every call of a document does what the document says."""
    folder = (options.out / name).resolve()
    arguments = [path, "--output", folder, "--crate-name", f"calls-{name}", "--with-tests"]
    generated = subprocess.run([options.bin, "generate", *arguments], capture_output=True, text=True)
    if generated.returncode != 0:
        print(f"{name}: NOT GENERATED\n{generated.stderr[-600:]}", flush=True)
        return False
    operations, uncalled, requests = count(folder)
    if operations == 0:
        print(f"{name}: has no operations", flush=True)
        return True
    output = tested(options, folder)
    passed = re.search(r"test result: \w+\. (\d+) passed; (\d+) failed", output)
    if not passed:
        print(f"{name}: DOES NOT COMPILE\n{output[-2000:]}", flush=True)
        return False
    good = int(passed[1])
    print(f"{name}: {operations} operations, {operations - uncalled} called by {requests} requests, {good} as documented", flush=True)
    for failure in re.findall(r"thread '(\S+)' .*panicked at .*\n(.*\n?.*\n?.*)", output):
        print(f"    {failure[0]}: {failure[1][:300]}")
    return good == operations - uncalled


def count(folder):
    """How many operations the tests are about, how many of them are not called, and how many requests the others send."""
    texts = [path.read_text() for path in (folder / "tests" / "generated").glob("*.rs")]
    calls = sum(len(re.findall(r"^        sends ", text, re.M)) for text in texts)
    uncalled = sum(len(re.findall(r"^    // .* is not called", text, re.M)) for text in texts)
    requests = sum(len(re.findall(r"^ +sends ", text, re.M)) for text in texts)
    return calls + uncalled, uncalled, requests


def tested(options, folder):
    environment = {
        **os.environ,
        "CARGO_TARGET_DIR": str((options.out / "target").resolve()),
        "CARGO_INCREMENTAL": "0",
        "CARGO_PROFILE_DEV_DEBUG": "0",
        "RUST_BACKTRACE": "0",
    }
    command = ["cargo", "test", "--quiet", "--test", "generated_calls", "--no-fail-fast"]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    return run.stdout + run.stderr


if __name__ == "__main__":
    main()
