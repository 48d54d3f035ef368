"""Why a backup cannot be made or restored. Nothing was changed."""

from __future__ import annotations

from certify_app.domain.errors import DomainError
from certify_app.locales import N_


class BadBackup(DomainError):
    """The file cannot be trusted to be what was written."""


class NoSuchBackup(BadBackup):
    sentence = N_("There is no file {name}. Check its name and folder")


class TornBackup(BadBackup):
    sentence = N_("{name} is not a whole backup. It was cut off or is another kind of file")


class AlteredBackup(BadBackup):
    sentence = N_(
        "{name} is not as it was written: {member} differs. Use another backup; "
        "nothing was restored"
    )


class OtherSeal(BadBackup):
    sentence = N_(
        "{name} was sealed with another CERTIFY_SECRET, or altered by somebody. Set the "
        "secret it was made with, or add --any-seal if you know where it comes from"
    )


class NewerBackup(BadBackup):
    sentence = N_(
        "{name} was made by a newer Certify ({version}). Install that version, then restore"
    )


class DataIsThere(DomainError):
    sentence = N_(
        "This Certify holds data already. Restore into an empty one, or add --force to put "
        "the backup in the place of all of it"
    )


class FileIsThere(DomainError):
    sentence = N_("{name} is there already. Choose another name")


class NoRoom(DomainError):
    sentence = N_(
        "The backup could not be written: {reason}. Free some room or choose another folder"
    )
