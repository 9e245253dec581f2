"""The documents that a script is given."""

import csv


def documents(options):
    """Names and paths; a folder holds an INDEX.tsv with the columns `name` and `file`, of which `--only` takes some."""
    only = set(filter(None, options.only.split(",")))
    for path in options.documents:
        listed = [(path.stem, path)]
        if path.is_dir():
            with open(path / "INDEX.tsv", newline="") as index:
                listed = [(row["name"], path / row["file"]) for row in csv.DictReader(index, delimiter="\t")]
        yield from (entry for entry in listed if not only or entry[0] in only)
