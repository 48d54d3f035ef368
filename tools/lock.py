"""`make lock`: pins every Python package by version and hash, without addresses."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"run": ["build"], "dev": ["build", "dev", "bench"]}


def compile_lock(name: str, groups: list[str]) -> None:
    command = [
        sys.executable,
        "-m",
        "uv",
        "pip",
        "compile",
        "pyproject.toml",
        "--quiet",
    ]
    command += [f"--group={group}" for group in groups]
    command += ["--python-version=3.11", "--generate-hashes", "--no-header"]
    command += ["--no-emit-index-url", "--no-emit-find-links"]
    command += [f"--output-file=requirements/{name}.txt", *sys.argv[1:]]
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    for name, groups in LOCKS.items():
        compile_lock(name, groups)
