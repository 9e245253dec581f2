#!/usr/bin/env python3
"""Reads the table of a corpus run and fails where a document went wrong.

    .ci/corpus_check.py TABLE.tsv

A document that the generator takes has to pass: every operation is there, and the crate compiles without an error, a warning or a blanket
allow. A document that it does not take ends with exit code 1 and an error that names its code and its place.
"""
import csv
import re
import sys

# `error[code]: message --> file:line:column`; a long note may be cut before the place.
LOCATED = re.compile(r"error\[[a-z0-9-]+\]: .*( --> \S+:\d+:\d+|.{180})")


def complaint(row):
    """What is wrong with a document, or None."""
    if row["gen_exit"] == "0":
        return None if row["pass"] == "yes" else f"generated, and does not pass: {row['note']}"
    if row["gen_exit"] != "1":
        return f"exit code {row['gen_exit']}: {row['note']}"
    return None if LOCATED.match(row["note"]) else f"refused without a place: {row['note']}"


def main():
    with open(sys.argv[1], encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    complaints = [(row["name"], complaint(row)) for row in rows]
    complaints = [(name, text) for name, text in complaints if text]
    for name, text in complaints:
        print(f"{name}: {text}")
    whole = sum(row["pass"] == "yes" for row in rows)
    print(f"{whole} of {len(rows)} documents generated whole, {len(complaints)} with a complaint")
    return 1 if complaints or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
