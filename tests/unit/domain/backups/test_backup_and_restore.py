"""What is written comes back, row by row and byte by byte, on either database."""

from __future__ import annotations

import json
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from certify_app.config import settings
from certify_app.db.engine import Database
from certify_app.db.migrate import is_current, upgrade
from certify_app.db.snapshot import at_one_moment, rows_of, tables_of
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.awards.models import AwardStatus
from certify_app.domain.backups import errors
from certify_app.domain.backups.check_backup import check_backup
from certify_app.domain.backups.last_backup import last_backup
from certify_app.domain.backups.make_backup import make_backup
from certify_app.domain.backups.manifest import MANIFEST, SEAL, seal_of
from certify_app.domain.backups.old_backups import remove_old_backups
from certify_app.domain.backups.restore_backup import restore_backup
from certify_app.domain.learners.models import Organisation
from tests.people import People
from tests.postgres_server import PostgresServer
from tests.waiting import wait_until

Rows = dict[str, list[list[object]]]


def all_rows(db: Database) -> Rows:
    """Without the audit log, to which backing up and restoring add."""
    with at_one_moment(db) as connection:
        return {
            table.name: [[str(v) for v in row] for row in rows_of(connection, table)]
            for table in tables_of(connection)
            if table.name != "audit_entry"
        }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder, with a photo, a supplied file and a key."""
    data = settings().data_dir
    for name in ("photos/ab/abc.jpg", "supplied/01/0123.pdf", "keys/1.pem", "view-copies/x.pdf"):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_bytes(name.encode() * 1000)
    return data


@pytest.fixture
def full(db: Database, people: People, folder: Path) -> Database:
    """With every type of column, rows that refer to later ones, and odd characters."""
    with db.write() as session:
        first, second, _ = people.jane.awards
        first.status, first.superseded_by_id = AwardStatus.SUPERSEDED, second.id
        first.grade = 'Ŵ \\N \t "quoted"\n\\'
        people.body.logo = bytes(range(256))
        session.add_all([first, people.body])
        child = Organisation(name="Child", name_key="child")
        session.add(child)
        session.flush()
        parent = Organisation(name="Parent", name_key="parent")
        session.add(parent)
        session.flush()
        child.parent_id = parent.id
        record_act(session, "tried", "test", 1, None, nested={"a": [1, None, "ŵ"]})
    return db


def empty(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> Database:
    if name == "sqlite":
        return Database(f"sqlite:///{tmp_path / 'other.db'}")
    server: PostgresServer = request.getfixturevalue("postgres")
    return Database(server.url(server.new_database()))


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
def test_every_row_and_file_comes_back_on_either_database(
    full: Database, folder: Path, tmp_path: Path, target: str, request: pytest.FixtureRequest
) -> None:
    before, file = all_rows(full), tmp_path / "one.backup"
    make_backup(full, file)
    for path in folder.rglob("*.*"):
        path.unlink()
    other = empty(target, tmp_path, request)
    restored = restore_backup(other, file)
    assert all_rows(other) == before
    assert is_current(other)
    assert (folder / "photos/ab/abc.jpg").read_bytes() == b"photos/ab/abc.jpg" * 1000
    assert (folder / "keys/1.pem").exists()
    assert not (folder / "view-copies/x.pdf").exists()
    assert restored.rows == sum(map(len, before.values())) + 1
    other.close()


def test_what_was_restored_can_be_added_to(
    full: Database, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    make_backup(full, tmp_path / "one.backup")
    restore_backup(full, tmp_path / "one.backup", force=True)
    with full.write() as session:
        new = Organisation(name="New", name_key="new")
        session.add(new)
        session.flush()
        assert new.id == 3


def test_rows_written_meanwhile_are_whole_or_absent(full: Database, tmp_path: Path) -> None:
    with at_one_moment(full) as connection:
        tables = {t.name: t for t in tables_of(connection)}
        first = len(list(rows_of(connection, tables["award"])))
        with full.write() as session:
            session.add(Organisation(name="Late", name_key="late"))
        names = [row[1] for row in rows_of(connection, tables["organisation"])]
    assert first
    assert "Late" not in names


def test_a_deployment_in_use_is_not_overwritten_unless_told(
    full: Database, folder: Path, tmp_path: Path
) -> None:
    make_backup(full, tmp_path / "one.backup")
    (folder / "photos/ab/abc.jpg").write_bytes(b"newer")
    (folder / "photos/ab/newer.jpg").write_bytes(b"newer")
    with full.write() as session:
        session.add(Organisation(name="Newer", name_key="newer"))
    before = all_rows(full)
    with pytest.raises(errors.DataIsThere):
        restore_backup(full, tmp_path / "one.backup")
    assert all_rows(full) == before
    assert (folder / "photos/ab/abc.jpg").read_bytes() == b"newer"
    restore_backup(full, tmp_path / "one.backup", force=True)
    assert "Newer" not in str(all_rows(full))
    assert not (folder / "photos/ab/newer.jpg").exists()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_an_older_schema_is_backed_up_restored_and_migrated(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    older, newer = (empty(kind, tmp_path / name, request) for name in ("older", "newer"))
    with older.engine.begin() as connection:
        upgrade(connection, "0003")
        connection.exec_driver_sql("INSERT INTO organisation (name, name_key) VALUES ('A', 'a')")
    make_backup(older, tmp_path / "one.backup")
    restore_backup(newer, tmp_path / "one.backup")
    assert is_current(newer)
    assert all_rows(newer)["organisation"] == [["1", "A", "a", "None"]]
    older.close()
    newer.close()


def revision(file: Path) -> str:
    return f'"revision": "{check_backup(file, "").revision}"'


class TestTornAndAltered:
    @pytest.fixture
    def file(self, full: Database, tmp_path: Path) -> Path:
        make_backup(full, tmp_path / "one.backup")
        return tmp_path / "one.backup"

    @pytest.mark.parametrize("share", [0.0, 0.3, 0.999])
    def test_a_torn_one_is_refused(self, full: Database, file: Path, share: float) -> None:
        file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])
        self.refused(full, file, errors.TornBackup)

    def test_a_flipped_bit_anywhere_is_seen(self, full: Database, file: Path) -> None:
        whole = file.read_bytes()
        for place in range(100, len(whole) - 1, len(whole) // 25):
            file.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
            if check_or_none(file) is not None:
                # Only where a ZIP repeats what it says elsewhere, or dates a member.
                assert contents(file) == contents_of(whole, file)

    def test_a_changed_row_is_named(self, full: Database, file: Path, tmp_path: Path) -> None:
        changed = tmp_path / "changed.backup"
        with zipfile.ZipFile(file) as old, zipfile.ZipFile(changed, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).replace(b"Jane", b"Jean"))
        self.refused(full, changed, errors.AlteredBackup, "tables/")

    def test_a_member_put_in_is_named(self, full: Database, file: Path) -> None:
        with zipfile.ZipFile(file, "a") as zip_file:
            zip_file.writestr("files/../../evil", b"x")
        self.refused(full, file, errors.AlteredBackup, "evil")

    def test_a_path_that_leads_out_is_refused_though_listed(
        self, full: Database, file: Path, tmp_path: Path
    ) -> None:
        evil = tmp_path / "evil.backup"
        rewrite(file, evil, lambda said: said.replace("files/keys/1.pem", "files/../1.pem"))
        with zipfile.ZipFile(file) as old, zipfile.ZipFile(evil, "a") as new:
            new.writestr("files/../1.pem", old.read("files/keys/1.pem"))
        self.refused(full, evil, errors.AlteredBackup)

    def test_one_sealed_with_another_secret_is_refused_unless_told(
        self, full: Database, tmp_path: Path, clean_environment: pytest.MonkeyPatch
    ) -> None:
        clean_environment.setenv("CERTIFY_SECRET", "a" * 32)
        settings.cache_clear()
        make_backup(full, tmp_path / "sealed.backup")
        check_backup(tmp_path / "sealed.backup", "a" * 32)
        with pytest.raises(errors.OtherSeal):
            check_backup(tmp_path / "sealed.backup", "b" * 32)
        assert check_backup(tmp_path / "sealed.backup", "b" * 32, any_seal=True).rows

    def test_a_backup_of_a_newer_version_says_so(
        self, full: Database, file: Path, tmp_path: Path
    ) -> None:
        newer = tmp_path / "newer.backup"
        rewrite(file, newer, lambda said: said.replace(revision(file), '"revision": "9999"'))
        self.refused(full, newer, errors.NewerBackup)

    def refused(
        self, full: Database, file: Path, error: type[errors.BadBackup], word: str = "."
    ) -> None:
        before = all_rows(full)
        with pytest.raises(error, match=word):
            restore_backup(full, file, force=True)
        assert all_rows(full) == before


def check_or_none(file: Path) -> object:
    try:
        return check_backup(file, "")
    except errors.BadBackup:
        return None


def contents(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as found:
        return {name: found.read(name) for name in found.namelist()}


def contents_of(whole: bytes, file: Path) -> dict[str, bytes]:
    other = file.with_suffix(".whole")
    other.write_bytes(whole)
    return contents(other)


def rewrite(file: Path, to: Path, change: Callable[[str], str]) -> None:
    """As somebody would who knows the format, with a plain seal that fits."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(to, "w") as new:
        written = change(old.read(MANIFEST).decode()).encode()
        for name in json.loads(written)["members"]:
            if name in old.namelist():
                new.writestr(name, old.read(name))
        new.writestr(MANIFEST, written)
        new.writestr(SEAL, seal_of(written, ""))


def test_the_last_backup_is_remembered_and_a_failed_one_leaves_nothing(
    full: Database, tmp_path: Path
) -> None:
    assert last_backup() is None
    (tmp_path / "there.backup").touch()
    with pytest.raises(errors.FileIsThere):
        make_backup(full, tmp_path / "there.backup")
    (tmp_path / "file").touch()
    with pytest.raises(errors.NoRoom):
        make_backup(full, tmp_path / "file" / "one.backup")
    assert last_backup() is None
    make_backup(full, tmp_path / "one.backup")
    made = last_backup()
    assert made
    assert (made.file, made.is_old) == ("one.backup", False)
    assert not list(tmp_path.glob("*.part"))
    assert (tmp_path / "one.backup").stat().st_mode & 0o077 == 0


def test_only_the_newest_are_kept_and_names_of_ones_own_stay(tmp_path: Path) -> None:
    for name in ("certify-20270201-020000", "certify-20270202-020000", "mine"):
        (tmp_path / f"{name}.backup").touch()
    removed = remove_old_backups(tmp_path, keep=1)
    assert [path.name for path in removed] == ["certify-20270201-020000.backup"]
    assert (tmp_path / "mine.backup").exists()


def test_what_is_written_meanwhile_is_in_it_whole_or_not_at_all(
    full: Database, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Each unit of work writes two rows; the copy never holds one without the other."""
    ended = threading.Event()
    written: list[int] = []

    def write_pairs(who: int) -> None:
        for n in range(1, 10_000):
            if ended.is_set():
                return
            with full.write() as session:
                for half in ("left", "right"):
                    name = f"{half} {who} {n}"
                    session.add(Organisation(name=name, name_key=name))
            written.append(n)

    writers = [threading.Thread(target=write_pairs, args=(who,)) for who in range(4)]
    for writer in writers:
        writer.start()
    wait_until(lambda: len(written) > 20, "writers to be at work")
    make_backup(full, tmp_path / "one.backup")
    ended.set()
    for writer in writers:
        writer.join()
    other = empty("sqlite", tmp_path, request)
    restore_backup(other, tmp_path / "one.backup")
    names = {str(row[1]) for row in all_rows(other)["organisation"]}
    left = {name.removeprefix("left ") for name in names if name.startswith("left")}
    right = {name.removeprefix("right ") for name in names if name.startswith("right")}
    assert left == right
    assert len(left) > 20
    assert len(left) <= len(written)
    other.close()
