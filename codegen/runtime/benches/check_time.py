#!/usr/bin/env python3
"""Prints what a dependent pays to compile generated types, next to serde's derives.

    codegen/runtime/benches/check_time.py [--structs 1500] [--runs 1] [--release]

The script writes one crate for each row of the table: so many structs of ten fields, with no serde, with
serde's derives, and with this runtime's own `wire` files. It compiles the dependencies first, then measures the
crate alone, from cold: CPU seconds (user and system, rustc and all its threads) and the peak memory of rustc.
`--release` adds two builds: the types as a library has them, where generic code is compiled but not yet
instantiated, and again with each type read from and written to JSON once, as a client does.

It needs cargo, and nothing else that is not in Python itself.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import tempfile

WIRE = pathlib.Path(__file__).resolve().parents[2] / "assets" / "runtime" / "wire"

MANIFEST = """
[package]
name = "check-time"
version = "0.0.0"
edition = "2024"

[features]
derive = ["serde/derive"]

[dependencies]
bytes = "1.10"
serde = { version = "1.0.229", default-features = false, features = ["std"] }
serde_json = "1.0.154"

[workspace]
"""

RUNTIME = """
pub mod runtime {
    pub mod wire;
    pub(crate) use wire::wire_object;
}
use crate::runtime::wire::wire_object;
"""

DERIVES = {
    "none": "Clone, Debug, PartialEq",
    "derive": "Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize",
    "wire": "Clone, Debug, PartialEq",
}

# Whether the fields are all optional, or every other one is required.
PRESENCES = {"all optional": lambda field: False, "half required": lambda field: field % 2 == 0}

# The words that a table has for them.
PRESENCE_WORDS = [(True, "required"), (False, "optional")]

# `Leaf` is one of the structs that have no struct in them.
TYPES = ["String", "i64", "bool", "Vec<String>", "Leaf"]


def struct(index, serde, required):
    """The source of one struct of ten fields."""
    fields, rows = [], {True: [], False: []}
    for field in range(10):
        ty = TYPES[(index + field // 2) % len(TYPES)]
        if ty == "Leaf":
            ty = "String" if index % 10 == 0 else f"Type{index - index % 10}"
        if not required(field):
            ty = f"Option<{ty}>"
            if serde == "derive":
                fields.append('    #[serde(skip_serializing_if = "Option::is_none")]')
        fields.append(f"    pub field_{field}: {ty},")
        rows[required(field)].append(f"field_{field}")
    lines = [f"#[derive({DERIVES[serde]})]", f"pub struct Type{index} {{", *fields, "}"]
    if serde == "wire":
        sections = [f"    {presence} {', '.join(rows[key])};" for key, presence in PRESENCE_WORDS if rows[key]]
        lines += [f"wire_object!(Type{index} {{", *sections, "});"]
    return "\n".join(lines)


def uses(structs, serde):
    """A function that reads and writes each type once."""
    read, write = ("runtime::wire::from_slice", "runtime::wire::to_vec") if serde == "wire" else (
        "serde_json::from_slice", "serde_json::to_vec")
    calls = [
        f"pub fn use_{index}(json: &[u8]) -> Result<Vec<u8>, serde_json::Error> {{"
        f" {write}(&{read}::<Type{index}>(json)?) }}"
        for index in range(structs)
    ]
    return "\n".join(calls)


def source(structs, serde, required, instantiated):
    """The source of one crate."""
    parts = ["#![allow(unused)] // a generated crate leaves out the files that it does not need"]
    parts += [RUNTIME] if serde == "wire" else []
    parts += [struct(index, serde, required) for index in range(structs)]
    if instantiated and serde != "none":
        parts.append(uses(structs, serde))
    return "\n\n".join(parts)


def cargo(crate, command, serde):
    """Runs cargo on the crate; gives CPU seconds and peak memory in gigabytes."""
    line = ["cargo", *command, "--quiet", "--offline"]
    if serde == "derive":
        line += ["--features", "derive"]
    child = subprocess.Popen(line, cwd=crate, env={**os.environ, "CARGO_INCREMENTAL": "0",
                                                   "CARGO_TARGET_DIR": str(crate / "target")})
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(line)} failed in {crate}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024 / 1024


def measure(crate, command, serde, text, runs):
    """Compiles the crate so many times from cold; gives the least CPU time and memory seen."""
    lib = crate / "src" / "lib.rs"
    lib.write_text("")
    cargo(crate, command, serde)
    results = []
    for run in range(runs):
        lib.write_text(f"{text}\n// run {run}\n")
        results.append(cargo(crate, command, serde))
    return tuple(map(min, zip(*results)))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--structs", type=int, default=1500)
    arguments.add_argument("--runs", type=int, default=1)
    arguments.add_argument("--release", action="store_true")
    arguments.add_argument("--wire", type=pathlib.Path, default=WIRE, help="other `wire` files to try")
    arguments.add_argument("--only", choices=DERIVES, action="append", help="leave out the other rows")
    options = arguments.parse_args()

    builds = {"check": (["check"], False)}
    if options.release:
        builds["release, library"] = (["build", "--release"], False)
        builds["release, all used"] = (["build", "--release"], True)

    with tempfile.TemporaryDirectory(prefix="check-time-") as folder:
        crate = pathlib.Path(folder)
        (crate / "Cargo.toml").write_text(MANIFEST)
        (crate / "src").mkdir()
        (crate / "src" / "lib.rs").write_text("")
        shutil.copytree(options.wire, crate / "src" / "runtime" / "wire")
        subprocess.run(["cargo", "fetch", "--quiet"], cwd=crate, check=True)

        print(f"{options.structs} structs of 10 fields; CPU seconds, peak memory\n")
        print(f"| fields | serde by | {' | '.join(builds)} |")
        print("|---" * (2 + len(builds)) + "|", flush=True)
        for presence, required in PRESENCES.items():
            for serde in options.only or DERIVES:
                cells = []
                for command, instantiated in builds.values():
                    text = source(options.structs, serde, required, instantiated)
                    seconds, memory = measure(crate, command, serde, text, options.runs)
                    cells.append(f"{seconds:.1f} s, {memory:.2f} GB")
                print(f"| {presence} | {serde} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
