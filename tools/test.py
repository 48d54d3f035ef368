"""`make test` and `make test-long`: installs what tests need, then runs pytest."""

import os
import sys

from environment import CERTIFY, PYTHON, ROOT, make_environment, require_python
from programs import require_programs
from steps import StepFailed, kindly, run, step

BOTH_CORES = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
"""Files in our order: the browser tests last, as their event loop is in the way of others."""


def main() -> None:
    os.chdir(ROOT)
    require_python()
    make_environment("dev")
    if not require_programs():
        raise StepFailed("The tests cannot run without the programs named above.")
    with step("Building the pages"):
        run([CERTIFY, "build"], "The tests need the pages that browsers load.")
    sys.stdout.flush()
    os.execv(PYTHON, [str(PYTHON), "-m", "pytest", *BOTH_CORES, *sys.argv[1:]])


if __name__ == "__main__":
    with kindly():
        main()
