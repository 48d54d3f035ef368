"""container/build.sh in full, as the Dockerfile runs it. Minutes, and the network."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.container import installed as steps


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_the_image_is_built_and_runs(place: Path, tmp_path: Path) -> None:
    source = steps.copy_source(place / "image-source")
    target = place / "image"
    env = steps.bare_environment(HOME=str(place))
    script = source / "container" / "build.sh"
    done = subprocess.run(
        [script, source, target], env=env, cwd=place, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for gone in ("node", "share/certify/.web/node_modules"):
        assert not (target / gone).exists()
    found = [p for p in target.rglob("*") if p.name == "node" and os.access(p, os.X_OK)]
    assert [p for p in found if p.is_file()] == []
    image = steps.Installed(target)
    image.add_scripts()
    image.make_read_only()
    for path in (tmp_path, *tmp_path.parents[:2]):
        path.chmod(path.stat().st_mode | 0o055)
    with steps.started(image, tmp_path) as container:
        assert "<h1" in container.get("/login")[1]
