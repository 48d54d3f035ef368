"""The bytes of a document: drawn once and kept, or as they were handed in.

Takes CPU time: never call it on the event loop; see `studio`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from certify_app.domain.awards.models import AwardStatus
from certify_app.domain.documents.find_master import Master
from certify_app.domain.documents.rendering import page_count, render_document, view_copy
from certify_app.domain.documents.stored_files import (
    Shelf,
    originals,
    read_supplied_file,
    view_copies,
)
from certify_app.locales import N_, _, speaking

WATERMARKS = {
    AwardStatus.VALID: N_("View copy"),
    AwardStatus.REVOKED: N_("Revoked"),
    AwardStatus.SUPERSEDED: N_("Replaced"),
}
LAYOUT = 1
"""Raised when documents are drawn differently; what was issued before is drawn anew."""


def original(master: Master) -> bytes:
    """What is downloaded and printed: the same bytes every time.

    Raises:
        CannotRender: a character, a length or an image that cannot be printed.
        FileMissing, NotTheFile: of a supplied file.
    """
    if master.file_hash:
        return read_supplied_file(master.file_hash)
    return _kept(originals(), key_of(master), lambda: _drawn(master))


def viewable(master: Master) -> bytes:
    """The marked copy for the screen. Raises as `original` does."""
    with speaking(master.content.language):
        words = _(WATERMARKS[master.award_status])
    key = hashlib.sha256(f"{key_of(master)} {words}".encode()).hexdigest()
    copy = _kept(view_copies(), key, lambda: view_copy(original(master), words))
    view_copies().note_use(key)
    return copy


def count_pages(master: Master) -> int:
    return page_count(original(master))


def key_of(master: Master) -> str:
    """The supplied file's hash, or that of all that a drawn document depends on."""
    if master.file_hash:
        return master.file_hash
    said = [LAYOUT, asdict(master.content), asdict(master.design)]
    return hashlib.sha256(json.dumps(said, default=_plain).encode()).hexdigest()


def _drawn(master: Master) -> bytes:
    return render_document(master.content, master.design)


def _kept(shelf: Shelf, key: str, make: Callable[[], bytes]) -> bytes:
    if (there := shelf.get(key)) is not None:
        return there
    made = make()
    shelf.put(key, made)
    return made


def _plain(value: Any) -> str:
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else str(value)
