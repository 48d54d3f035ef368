"""What is sealed is read with the same secret and no other."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from certify_app.config import settings
from certify_app.domain import sealing
from certify_app.domain.sealing import SecretChanged, keyed_hash, seal, unseal


def secret(environment: pytest.MonkeyPatch, value: str) -> None:
    environment.setenv("CERTIFY_SECRET", value)
    settings.cache_clear()


def test_what_is_sealed_is_read_again(clean_environment: pytest.MonkeyPatch) -> None:
    secret(clean_environment, "s" * 32)
    sealed = seal("JBSWY3DPEHPK3PXP", "a purpose")
    assert "JBSWY3DP" not in sealed
    assert unseal(sealed, "a purpose") == "JBSWY3DPEHPK3PXP"


def test_another_secret_or_purpose_reads_nothing(clean_environment: pytest.MonkeyPatch) -> None:
    secret(clean_environment, "s" * 32)
    sealed, hashed = seal("text", "a purpose"), keyed_hash("text", "a purpose")
    with pytest.raises(SecretChanged):
        unseal(sealed, "another purpose")
    assert keyed_hash("text", "another purpose") != hashed
    secret(clean_environment, "t" * 32)
    with pytest.raises(SecretChanged):
        unseal(sealed, "a purpose")
    assert keyed_hash("text", "a purpose") != hashed


def test_without_a_secret_one_is_made_once_and_kept(tmp_path: Path) -> None:
    sealed = seal("text", "a purpose")
    file = settings().data_dir / sealing.FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(file.read_bytes()) >= 32
    sealing._derived.cache_clear()
    assert unseal(sealed, "a purpose") == "text"
    assert [one.name for one in file.parent.iterdir()] == [sealing.FILE]


def test_of_several_that_make_one_at_once_the_first_decides(tmp_path: Path) -> None:
    path = tmp_path / "new" / "secret"
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda _: sealing._kept_secret(path), range(8)))
    assert len(made) == 1
