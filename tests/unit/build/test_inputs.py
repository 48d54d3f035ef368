from __future__ import annotations

from pathlib import Path

import pytest

from certify_app.build.inputs import fingerprint, is_fresh, stamp


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for folder in ("certify_app/pages", "certify_app/cli", "assets", ".web/build"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "rxconfig.py").write_text("config")
    (tmp_path / "certify_app/pages/login.py").write_text("page")
    return tmp_path


def test_a_build_is_fresh_until_a_page_changes(source: Path) -> None:
    stamp(source, fingerprint(source))
    assert is_fresh(source)
    (source / "certify_app/pages/login.py").write_text("another page")
    assert not is_fresh(source)


def test_nothing_built_is_not_fresh(source: Path) -> None:
    assert not is_fresh(source)


def test_a_new_asset_asks_for_a_build(source: Path) -> None:
    before = fingerprint(source)
    (source / "assets/logo.svg").write_text("<svg/>")
    assert fingerprint(source) != before


def test_a_renamed_file_asks_for_a_build(source: Path) -> None:
    before = fingerprint(source)
    (source / "rxconfig.py").rename(source / "assets/rxconfig.py")
    assert fingerprint(source) != before


def test_what_reaches_no_page_asks_for_none(source: Path) -> None:
    before = fingerprint(source)
    (source / "certify_app/cli/build.py").write_text("command")
    (source / "certify_app/pages/__pycache__").mkdir()
    (source / "certify_app/pages/__pycache__/login.pyc").write_bytes(b"\0")
    assert fingerprint(source) == before


def test_what_the_build_adds_to_the_lock_asks_for_no_second_build(source: Path) -> None:
    before = fingerprint(source)
    (source / "reflex.lock").mkdir()
    (source / "reflex.lock/package-lock.json").write_text("added by the build")
    stamp(source, before)
    assert is_fresh(source)


def test_another_lock_asks_for_a_build(source: Path) -> None:
    stamp(source, fingerprint(source))
    (source / "reflex.lock").mkdir()
    (source / "reflex.lock/package-lock.json").write_text("pulled")
    assert not is_fresh(source)


def test_a_page_changed_during_the_build_asks_for_another(source: Path) -> None:
    before = fingerprint(source)
    (source / "certify_app/pages/login.py").write_text("changed meanwhile")
    stamp(source, before)
    assert not is_fresh(source)
