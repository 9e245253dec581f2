#!/usr/bin/env python3
"""Drives a real application by the client that its own document makes.

    tests/conformance/application/run.py [--bin PATH] [--out DIR]

Starts Jupyter Server on loopback, fetches the document that it serves, generates a crate of it, and runs `story.rs` against the server with
no request made by hand. The exit code is that of the tests. Needs cargo, and `pip install -r requirements.txt`.
"""

import argparse
import contextlib
import os
import pathlib
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).parent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="target/release/openapi-bindgen")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "openapi-bindgen-application")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with served(options.out) as (url, token):
        document = options.out / "api.yaml"
        document.write_bytes(fetch(f"{url}/api/spec.yaml", token))
        crate = options.out / "client"
        arguments = [document, "--output", crate, "--crate-name", "jupyter-client", "--with-tests"]
        subprocess.run([options.bin, "generate", *arguments], check=True)
        shutil.copy(HERE / "story.rs", crate / "tests" / "story.rs")
        environment = {**os.environ, "JUPYTER_URL": url, "JUPYTER_TOKEN": token}
        sys.exit(subprocess.run(["cargo", "test", "--tests"], cwd=crate, env=environment).returncode)


@contextlib.contextmanager
def served(out):
    """The address of a Jupyter Server with nothing in it, and its token."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token = secrets.token_hex()
    home = pathlib.Path(tempfile.mkdtemp(dir=out))
    folders = {name: str(home / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    command = [
        sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
        f"--ServerApp.root_dir={home}", f"--IdentityProvider.token={token}",
    ]  # fmt: skip
    with open(home / "log", "w") as log:
        server = subprocess.Popen(command, env={**os.environ, **folders}, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_for(port, server, home / "log")
            yield f"http://127.0.0.1:{port}", token
        finally:
            server.terminate()
            server.wait()
            shutil.rmtree(home, ignore_errors=True)


def wait_for(port, server, log):
    for _ in range(240):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if server.poll() is not None:
            break
        time.sleep(0.25)
    sys.exit(f"Jupyter Server does not start:\n{log.read_text()[-2000:]}")


def fetch(url, token):
    request = urllib.request.Request(url, headers={"Authorization": f"token {token}"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read()


if __name__ == "__main__":
    main()
