#!/usr/bin/env python3
"""Shows that types take every value that their schemas allow, and give it back as it was.

    tests/conformance/run.py [--examples 8] [--seed 0] [--jobs 1] [--only a,b] [--resume] [--table FILE] DOCUMENT_OR_FOLDER ...

For each document: generates a crate; takes instances of the schema of every type, which `hypothesis-jsonschema` samples, which knows nothing of
us, which are made for the cases that chance misses, and which the document shows as examples; has each confirmed by `jsonschema-rs`, an
independent validator; has it decoded and encoded by the type; and compares. The law: every valid instance is accepted and comes back equal, up to
the spelling of numbers and undeclared properties. A run of its own asks the same of values that no list of the document has.

A folder holds an INDEX.tsv with the columns `name` and `file`. A line a document, then each failure with the smallest instance that shows
it; the exit code is the number of documents that break the law, at most 100. CONTRIBUTING.md says what it needs.
"""

import argparse
import concurrent.futures
import json
import pathlib
import random
import sys
import tempfile
import time

import library
import report
from corpus import documents
from trial import Trial


def main():
    options = arguments()
    results = list(tried(options, list(documents(options))))
    if options.table:
        options.table.write_text(report.table(results))
    print(report.total(results))
    sys.exit(min(sum(report.is_broken(result) for result in results), 100))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="+", type=pathlib.Path)
    parser.add_argument("--bin", default="target/release/openapi-bindgen")
    parser.add_argument("--examples", type=int, default=8, help="how many instances of a schema the library is asked for; twice as many are made")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "openapi-bindgen-conformance")
    parser.add_argument("--only", default="", help="names of documents, with commas between")
    parser.add_argument("--jobs", type=int, default=1, help="how many documents at a time")
    parser.add_argument("--resume", action="store_true", help="takes the results that are there")
    parser.add_argument("--table", type=pathlib.Path, help="writes the table of all results")
    parser.add_argument("--most-types", type=int, default=10**6, help="tries so many types of each document, by the seed")
    parser.add_argument("--minutes", type=float, help="begins no document after that, in an order by the seed")
    return parser.parse_args()


def tried(options, entries):
    """The results of documents, printed as they come."""
    start = time.monotonic()
    if options.minutes is not None:
        random.Random(options.seed).shuffle(entries)
    with concurrent.futures.ProcessPoolExecutor(options.jobs, max_tasks_per_child=1) as pool:
        for result in pool.map(one, *zip(*((options, start, *entry) for entry in entries))):
            print("\n".join(report.lines(result)), flush=True)
            yield result


def one(options, start, name, path):
    """The result of a document."""
    library.SEED = options.seed
    known = options.out / name / "result.json"
    if options.resume and known.exists():
        return json.loads(known.read_text())
    if options.minutes is not None and time.monotonic() - start > 60 * options.minutes:
        return {"document": name, "passed_over": True}
    return Trial(options, name, path).result()


if __name__ == "__main__":
    main()
