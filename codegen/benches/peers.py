#!/usr/bin/env python3
"""Prints what openapi-bindgen and openapi-to-rust cost, side by side: to generate a client, and to compile it.

    codegen/benches/peers.py [--command PATH] [--runs 3] [--no-compile] [--release] [NAME=]DOCUMENT ...

Both generate from each document in turns, each time into a new folder, with what they do by default; the table has the median of wall
seconds and the peak of memory. It counts the lines of Rust that came of it, for ours also without `src/runtime`, which is the same for
every document. Then it compiles each crate alone and from cold, its dependencies built before through an empty crate with the same
manifest: CPU seconds of `cargo check` and the peak memory of rustc, and with `--release` those of `cargo build --release` too. Below the two
stands how much of the other's ours is.

    cargo build --release -p openapi-bindgen-cli
    cargo install openapi-to-rust --version 0.23.0 --locked

Beside these it needs cargo, and nothing else that is not in Python itself.
"""

import argparse
import datetime
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

COMMAND = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", "target")) / "release" / "openapi-bindgen"
PEER = "openapi-to-rust"

# The peer writes modules and the dependencies that they need; the crate around them is up to its user.
PEER_MANIFEST = """
[package]
name = "bindings"
version = "0.0.0"
edition = "2024"

"""


def timed(line, log, **options):
    """Runs a command; gives wall seconds, CPU seconds and peak memory in mebibytes, of all its processes, or None if it fails."""
    start = time.perf_counter()
    with open(log, "ab") as said:
        child = subprocess.Popen(list(map(str, line)), stdout=said, stderr=said, **options)
        _, status, usage = os.wait4(child.pid, 0)
    if status:
        return None
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def generate_ours(options, document, crate, log):
    return timed([options.command, "generate", document, "--output", crate, "--crate-name", "bindings"], log)


def generate_peer(options, document, crate, log):
    modules = crate / "src" / "generated"
    modules.mkdir(parents=True)
    result = timed([PEER, "generate", document, "--output-dir", modules], log)
    if result:
        (crate / "src" / "lib.rs").write_text("pub mod generated;\n")
        (crate / "Cargo.toml").write_text(PEER_MANIFEST + (modules / "REQUIRED_DEPS.toml").read_text())
    return result


GENERATORS = {"openapi-bindgen": generate_ours, PEER: generate_peer}


def count(path):
    """The lines of a file, one at a time: a child's peak memory begins with that of its parent, which has to stay small."""
    with open(path, "rb") as source:
        return sum(1 for _ in source)


def lines(crate, but=None):
    """The lines of Rust below a crate's `src`."""
    sources = (crate / "src").rglob("*.rs")
    return sum(count(path) for path in sources if not (but and path.is_relative_to(crate / "src" / but)))


def cargo(crate, command, target, log):
    environment = {**os.environ, "CARGO_TARGET_DIR": str(target), "CARGO_INCREMENTAL": "0"}
    return timed(["cargo", *command, "--lib"], log, cwd=crate, env=environment)


def compiled(crate, command, target, log):
    """CPU seconds and peak memory of compiling a crate alone."""
    stub = crate.with_name(f"{crate.name}-stub")
    shutil.rmtree(stub, ignore_errors=True)
    (stub / "src").mkdir(parents=True)
    (stub / "src" / "lib.rs").write_text("")
    shutil.copy(crate / "Cargo.toml", stub)
    if cargo(stub, command, target, log):
        shutil.copy(stub / "Cargo.lock", crate)
        # Cargo takes the two for one package, which is fresh unless its sources are newer.
        os.utime(crate / "src" / "lib.rs")
        if result := cargo(crate, command, target, log):
            return result[1:]
    return None, None


def measure(name, document, options, folder, target):
    """What each generator costs for a document: a list of numbers, None where there is none."""
    runs = {generator: [] for generator in GENERATORS}
    for index in range(options.runs):
        for generator, generate in GENERATORS.items():
            crate = folder / f"{name}-{generator}-{index}"
            runs[generator].append(generate(options, document, crate, folder / f"{crate.name}.log"))
    costs = {}
    for generator, results in runs.items():
        crate = folder / f"{name}-{generator}-0"
        if None in results:
            costs[generator] = [None] * len(columns(options))
            continue
        walls, _, memories = zip(*results)
        cost = [statistics.median(walls), max(memories), lines(crate), lines(crate, but="runtime")]
        for command in builds(options):
            cost += compiled(crate, command, target, folder / f"{crate.name}.log")
        costs[generator] = cost
    return costs


def builds(options):
    if options.no_compile:
        return []
    return [["check"], ["build", "--release"]] if options.release else [["check"]]


def columns(options):
    """The head of each column and how its numbers look."""
    found = [("generation", "{:.2f} s"), ("memory", "{:.0f} MiB"), ("lines", "{:,}"), ("without runtime", "{:,}")]
    for command in builds(options):
        found += [(" ".join(command), "{:.1f} s"), ("memory", "{:.0f} MiB")]
    return found


def row(first, second, cells):
    print(f"| {' | '.join([first, second, *cells])} |", flush=True)


def show(name, costs, options):
    forms = [form for _, form in columns(options)]
    for generator, cost in costs.items():
        row(name, generator, ["fails" if number is None else form.format(number) for number, form in zip(cost, forms)])
    ours, theirs = costs.values()
    row(name, "ratio", ["" if None in pair else f"**{pair[0] / pair[1]:.2f}**" for pair in zip(ours, theirs)])


def machine():
    """What the figures were measured on, and with what."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024 ** 3
    versions = [subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout.strip()
                for command in (PEER, "rustc")]
    return f"{datetime.date.today()}, {os.cpu_count()} cores, {memory:.0f} GiB; {'; '.join(versions)}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("documents", metavar="[NAME=]DOCUMENT", nargs="+")
    arguments.add_argument("--command", type=pathlib.Path, default=COMMAND)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--no-compile", action="store_true")
    arguments.add_argument("--release", action="store_true")
    arguments.add_argument("--folder", type=pathlib.Path, help="keep crates, logs and builds in this new folder")
    options = arguments.parse_args()
    options.command = options.command.resolve()
    if not shutil.which(PEER):
        raise SystemExit(f"{PEER} is not installed: cargo install {PEER} --version 0.23.0 --locked")

    print(f"{machine()}\n")
    row("document", "by", [head for head, _ in columns(options)])
    print("|---" * (2 + len(columns(options))) + "|", flush=True)
    with tempfile.TemporaryDirectory(prefix="peers-") as temporary:
        folder = options.folder or pathlib.Path(temporary)
        folder = folder.resolve()
        folder.mkdir(parents=True, exist_ok=True)
        for argument in options.documents:
            name, _, path = argument.rpartition("=")
            path = pathlib.Path(path).resolve()
            name = name or path.stem
            show(name, measure(name, path, options, folder, folder / "target"), options)


if __name__ == "__main__":
    main()
