"""One line for each step of a command, completed with the seconds it took."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def step(words: str) -> Iterator[None]:
    print(f"· {words} … ", end="", flush=True)
    start = time.monotonic()
    try:
        yield
    except BaseException:
        print("failed", flush=True)
        raise
    print(f"done in {time.monotonic() - start:.0f} s", flush=True)


@contextmanager
def quiet_or_telling(quiet: bool) -> Iterator[Callable[[str], None]]:
    """Somebody to tell each step to; a terminal shows the one in hand, a log nothing."""
    from rich.console import Console

    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield lambda _words: None
        return
    with console.status("") as status:
        yield lambda words: status.update(f"{words} …")
