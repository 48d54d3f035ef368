"""`make run`: from a fresh clone to a served demo."""

import os
import socket
import sys

from environment import CERTIFY, ROOT, make_environment, require_python
from steps import StepFailed, kindly


def require_port(port: int, address: str) -> None:
    """Raises StepFailed when something listens there already."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise StepFailed(
                f"Port {port} on {address} cannot be used: {error.strerror}.\n"
                f"Stop what uses it, or choose another: make run PORT={port + 1}"
            ) from None


def main() -> None:
    os.chdir(ROOT)
    require_python()
    try:
        port = int(os.environ.get("PORT", "8000"))
    except ValueError:
        raise StepFailed("PORT must be a number, such as 8000.") from None
    require_port(port, os.environ.get("CERTIFY_BIND", "127.0.0.1"))
    make_environment("run")
    os.environ.setdefault("CERTIFY_DEMO", "true")
    sys.stdout.flush()
    os.execv(CERTIFY, [str(CERTIFY), "start"])


if __name__ == "__main__":
    with kindly():
        main()
