"""Says in a sentence why a build failed, from what its tools printed."""

CAUSES = {
    ("ENOSPC", "No space left on device"): (
        "The disk is full. Free about 2 GB and run the command again."
    ),
    ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ENETUNREACH"): (
        "npm's registry cannot be reached. Check the network or proxy and run the command again."
    ),
    ("EINTEGRITY",): (
        "A package from npm is not the one that reflex.lock pins. "
        "Run npm cache clean --force and try again; do not go on if it happens again."
    ),
    ("heap out of memory", "Killed"): (
        "The machine has too little memory for the build; 1 GB has to be free."
    ),
}
NOISE = ("npm silly", "npm verbose", "npm http", "npm timing", "npm warn")
LINES_SHOWN = 30


def explain(output: str) -> str:
    """The last lines that matter, and the cause if it is a known one."""
    kept = [line for line in output.splitlines() if not line.lstrip().startswith(NOISE)]
    return "\n".join([*kept[-LINES_SHOWN:], *_causes(output)])


def _causes(output: str) -> list[str]:
    return [
        f"\n{sentence}"
        for signs, sentence in CAUSES.items()
        if any(sign in output for sign in signs)
    ]
