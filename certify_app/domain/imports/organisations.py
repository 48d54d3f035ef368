"""Organisations as files name them: “Organisation”, or “Parent > Organisation”."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlmodel import Session

from certify_app.domain.imports.check_award import PARENT_MARK
from certify_app.domain.imports.queries import organisations_by_key
from certify_app.domain.imports.results import Count
from certify_app.domain.learners.models import Organisation
from certify_app.domain.names import fold


def organisation_id(path: str, known: Mapping[str, Organisation]) -> int | None:
    """The id of a path's last part, None for one not recorded yet."""
    found = known.get(fold(path.split(PARENT_MARK)[-1]))
    return found.id if found else None


def count_organisations(paths: Iterable[str], known: Mapping[str, Organisation]) -> Count:
    """What saving these paths would do."""
    parents = _parents(paths)
    count = Count()
    for key, (_name, parent) in parents.items():
        found = known.get(key)
        if found is None:
            count.new += 1
        elif parent and _parent_key(found, known) != parent:
            count.changed += 1
        else:
            count.unchanged += 1
    return count


def save_organisations(session: Session, paths: list[str]) -> dict[str, int]:
    """Add those not recorded, set the parents the paths give; ids by path."""
    known = organisations_by_key(session)
    parents = _parents(paths)
    for key, (name, _parent) in parents.items():
        if key not in known:
            known[key] = Organisation(name=name, name_key=key)
            session.add(known[key])
    session.flush()
    for key, (_name, parent) in parents.items():
        if parent and not _is_above(known[key], known[parent], known):
            known[key].parent_id = known[parent].id
    session.flush()
    return {path: organisation_id(path, known) or 0 for path in paths}


def _parents(paths: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Name and the parent's key, by the key of each organisation named in the paths."""
    found: dict[str, tuple[str, str]] = {}
    for path in paths:
        above = ""
        for name in path.split(PARENT_MARK):
            key = fold(name)
            if key == above:
                continue
            parent = above or found.get(key, ("", ""))[1]
            found[key] = (found.get(key, (name, ""))[0], parent)
            above = key
    return found


def _parent_key(organisation: Organisation, known: Mapping[str, Organisation]) -> str:
    above = (o.name_key for o in known.values() if o.id == organisation.parent_id)
    return next(above, "") if organisation.parent_id else ""


def _is_above(
    organisation: Organisation, parent: Organisation, known: Mapping[str, Organisation]
) -> bool:
    """Whether the organisation is above its supposed parent, which would be a circle."""
    by_id = {o.id: o for o in known.values()}
    seen: Organisation | None = parent
    for _ in range(len(by_id)):
        if seen is None:
            return False
        if seen is organisation:
            return True
        seen = by_id.get(seen.parent_id) if seen.parent_id else None
    return True
