#!/usr/bin/env python3
"""Has Prism take every call of generated crates: a server that nobody here wrote, and that checks each request against the document.

    tests/conformance/prism.py --prism PATH [--bin PATH] [--out DIR] [--only a,b] DOCUMENT_OR_FOLDER ...

For each document: generates a crate `--with-tests`, serves the document by `prism mock --errors`, once with its examples and once with
answers made up, and runs the tests against it. A line a document and way, then each failure. The exit code is the number of documents that
fail, at most 100. Servers listen on loopback only. Needs cargo, and `npm install @stoplight/prism-cli`.
"""

import argparse
import contextlib
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time

import calls

WAYS = {"examples": [], "made up": ["--dynamic"]}


def main():
    options = arguments()
    failed = 0
    for name, path in calls.documents(options):
        folder = (options.out / name).resolve()
        generate(options, name, path, folder)
        failed += not all([taken(options, name, path, folder, way) for way in WAYS])
    sys.exit(min(failed, 100))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="+", type=pathlib.Path)
    parser.add_argument("--prism", required=True)
    parser.add_argument("--bin", default="target/release/openapi-bindgen")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "openapi-bindgen-prism")
    parser.add_argument("--only", default="")
    return parser.parse_args()


def generate(options, name, path, folder):
    arguments = [path, "--output", folder, "--crate-name", f"calls-{name}", "--with-tests"]
    subprocess.run([options.bin, "generate", *arguments], check=True, capture_output=True)


def taken(options, name, path, folder, way):
    """Whether Prism takes every call, and every answer of it is one."""
    with served(options, path, WAYS[way]) as url:
        variable = f"calls-{name}_TEST_URL".replace("-", "_").upper()
        os.environ[variable] = url
        output = calls.tested(options, folder)
        del os.environ[variable]
    passed = re.search(r"test result: \w+\. (\d+) passed; (\d+) failed", output)
    print(f"{name} ({way}): {passed[1]} taken, {passed[2]} not" if passed else f"{name}: {output[-2000:]}", flush=True)
    for failure in re.findall(r"thread '(\S+)' .*panicked at .*\n(.*)", output):
        print(f"    {failure[0]}: {failure[1][:300]}")
    return bool(passed) and passed[2] == "0"


@contextlib.contextmanager
def served(options, path, flags):
    """The address of a Prism that serves a document."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [options.prism, "mock", "--errors", "--host", "127.0.0.1", "--port", port, *flags, str(path)]
    log = options.out / "prism.log"
    with open(log, "w") as sink, subprocess.Popen(command, stdout=sink, stderr=subprocess.STDOUT) as server:
        try:
            wait_for("Prism is listening", log, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def wait_for(line, log, server):
    for _ in range(240):
        if line in log.read_text():
            return
        if server.poll() is not None:
            break
        time.sleep(0.5)
    sys.exit(f"Prism does not start:\n{log.read_text()[-2000:]}")


if __name__ == "__main__":
    main()
