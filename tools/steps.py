"""Says what is being done, how long it took, and what to do when it fails."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path


class StepFailed(Exception):
    """One or more sentences for the person at the terminal."""


@contextmanager
def step(words: str) -> Iterator[None]:
    """A line that is completed with the seconds the block took."""
    print(f"· {words} … ", end="", flush=True)
    start = time.monotonic()
    try:
        yield
    except BaseException:
        print("failed", flush=True)
        raise
    print(f"done in {time.monotonic() - start:.0f} s", flush=True)


def say(words: str) -> None:
    print(f"· {words}", flush=True)


def run(command: Sequence[str | Path], hint: str, env: Mapping[str, str] | None = None) -> str:
    """What a quiet command printed.

    Raises:
        StepFailed: with its last lines and the hint.
    """
    try:
        done = subprocess.run(
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=env,
        )
    except OSError as error:
        raise StepFailed(f"{error}\n{hint}") from None
    if done.returncode:
        raise StepFailed(
            "\n".join(
                [
                    *done.stdout.strip().splitlines()[-15:],
                    "",
                    hint_for(done.stdout, hint),
                ]
            )
        )
    return done.stdout


def hint_for(output: str, hint: str) -> str:
    """The words for what went wrong, read from what a tool printed."""
    if "No space left on device" in output or "ENOSPC" in output:
        return "The disk is full. Free about 2 GB and run the command again."
    if any(sign in output for sign in NO_NETWORK):
        return (
            "The package index cannot be reached. "
            "Check the network or proxy and run the command again."
        )
    return hint


NO_NETWORK = (
    "Temporary failure in name resolution",
    "Name or service not known",
    "Failed to establish a new connection",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "Network is unreachable",
    "Could not find a version that satisfies",
)


@contextmanager
def kindly() -> Iterator[None]:
    """End with the sentence of a StepFailed, not with a traceback."""
    try:
        yield
    except StepFailed as error:
        print(f"\n{error}", file=sys.stderr)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
