"""Makes the environment for work on Certify, then runs the command given after it."""

import os
import sys

from environment import ROOT, VENV, make_environment, require_python
from steps import kindly


def main() -> None:
    os.chdir(ROOT)
    require_python()
    make_environment("dev")
    program = VENV / "bin" / sys.argv[1]
    sys.stdout.flush()
    os.execv(program, [str(program), *sys.argv[2:]])


if __name__ == "__main__":
    with kindly():
        main()
