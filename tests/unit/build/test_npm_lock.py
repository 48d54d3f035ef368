from __future__ import annotations

import json
from pathlib import Path

from certify_app.build.npm_lock import FOLDER, tidy


def test_no_registry_is_named_and_the_hashes_stay(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    lock = tmp_path / FOLDER / "package-lock.json"
    package = {"version": "1.0.0", "resolved": "address", "integrity": "sha512-x"}
    lock.write_text(json.dumps({"packages": {"node_modules/a": package}}))
    tidy(tmp_path)
    kept = json.loads(lock.read_text())["packages"]["node_modules/a"]
    assert kept == {"version": "1.0.0", "integrity": "sha512-x"}


def test_the_order_of_names_does_not_depend_on_the_machine(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    package = tmp_path / FOLDER / "package.json"
    written = []
    for names in ({"a": 1, "b": 2}, {"b": 2, "a": 1}):
        package.write_text(json.dumps({"dependencies": names}))
        tidy(tmp_path)
        written.append(package.read_text())
    assert written[0] == written[1]
