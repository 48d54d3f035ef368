"""A profile's photo: made anew from what was handed in, so that nothing else comes along."""

from __future__ import annotations

import hashlib
import io
from enum import StrEnum

import pi_heif
from PIL import Image, ImageOps, UnidentifiedImageError
from sqlmodel import Session, select

from certify_app.config import settings
from certify_app.domain.audit.record_act import record_act
from certify_app.domain.documents.stored_files import Shelf
from certify_app.domain.profiles.errors import NotAPhoto, PhotoTooLarge, TooManyPixels
from certify_app.domain.profiles.models import Profile
from certify_app.domain.profiles.queries import profile_of

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 50_000_000
SIDE = 512
KINDS = ("JPEG", "PNG", "WEBP", "HEIF")
# A picture alone: what phones keep beside it, such as depths, is not read.
pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


class Crop(StrEnum):
    """Which part of the longer side is kept."""

    CENTRE = "centre"
    START = "start"
    END = "end"


PLACES = {Crop.CENTRE: 0.5, Crop.START: 0.0, Crop.END: 1.0}


def square_photo(content: bytes, crop: Crop = Crop.CENTRE) -> bytes:
    """An upright square JPEG without any metadata; up to a second of CPU.

    Raises:
        PhotoTooLarge, NotAPhoto, TooManyPixels
    """
    if len(content) > MOST_BYTES:
        raise PhotoTooLarge
    try:
        with Image.open(io.BytesIO(content), formats=KINDS) as given:
            # Known from the header, before a bomb is unpacked.
            if given.width * given.height > MOST_PIXELS:
                raise TooManyPixels
            given.draft("RGB", (2 * SIDE, 2 * SIDE))
            upright = ImageOps.exif_transpose(given)
            square = _square(_on_white(upright), crop)
    # RuntimeError: a HEIC that unpacks to more than its header says, among others.
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, RuntimeError):
        raise NotAPhoto from None
    except Image.DecompressionBombError:
        raise TooManyPixels from None
    made = io.BytesIO()
    square.save(made, "JPEG", quality=88, optimize=True)
    return made.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode not in ("RGBA", "LA", "PA") and "transparency" not in image.info:
        return image.convert("RGB")
    ground = Image.new("RGB", image.size, "white")
    seen = image.convert("RGBA")
    ground.paste(seen, mask=seen.getchannel("A"))
    return ground


def _square(image: Image.Image, crop: Crop) -> Image.Image:
    place = PLACES[crop]
    cut = ImageOps.fit(image, (SIDE, SIDE), Image.Resampling.LANCZOS, centering=(place, place))
    plain = Image.new("RGB", cut.size)
    plain.paste(cut)
    return plain


def photos() -> Shelf:
    """By SHA-256 of the picture."""
    return Shelf(settings().data_dir / "photos", ".jpg")


def keep_photo(session: Session, account_id: int, picture: bytes) -> None:
    """Of `square_photo`; the former one goes."""
    name = hashlib.sha256(picture).hexdigest()
    photos().put(name, picture)
    _replace(session, account_id, name)


def remove_photo(session: Session, account_id: int) -> None:
    _replace(session, account_id, "")


def _replace(session: Session, account_id: int, name: str) -> None:
    """The former file goes too, unless somebody else has the very same."""
    profile = profile_of(session, account_id)
    former, profile.photo = profile.photo, name
    session.add(profile)
    session.flush()
    record_act(session, "photo_changed", "account", account_id, account_id)
    if former and not _is_used(session, former):
        photos().path(former).unlink(missing_ok=True)


def photo_name(session: Session, account_id: int) -> str:
    """ "" for none."""
    profile = session.get(Profile, account_id)
    return profile.photo if profile else ""


def _is_used(session: Session, name: str) -> bool:
    return session.exec(select(Profile.account_id).where(Profile.photo == name)).first() is not None
