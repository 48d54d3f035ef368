"""`make check`: style, types, layers, spelling and catalogues; says all that is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import catalogues

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHECKS = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy", "certify_app"],
    "layers": ["lint-imports", "--no-cache"],
    "spelling": ["typos"],
}


def passes(name: str, command: list[str]) -> bool:
    done = subprocess.run(
        [BIN / command[0], *command[1:]],
        cwd=ROOT,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return report(name, [] if done.returncode == 0 else done.stdout.splitlines()[-60:])


def report(name: str, findings: list[str]) -> bool:
    print(f"{'✗' if findings else '✓'} {name}", flush=True)
    for line in findings:
        print(f"    {line}")
    return not findings


def npm_lock_findings() -> list[str]:
    """The npm lock pins by version and hash and names no registry."""
    lock = json.loads((ROOT / "reflex.lock" / "package-lock.json").read_text())
    packages = {name: p for name, p in lock["packages"].items() if name}
    with_address = [f"{name} names a registry" for name, p in packages.items() if "resolved" in p]
    unhashed = [f"{name} has no hash" for name, p in packages.items() if "integrity" not in p]
    return with_address + unhashed


def main() -> None:
    results = [passes(name, command) for name, command in CHECKS.items()]
    results.append(report("catalogues", catalogues.findings()))
    results.append(report("npm lock", npm_lock_findings()))
    raise SystemExit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
