"""The photo of a profile: made anew, its owner's alone, and never what it claims to be."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from starlette.testclient import TestClient

from certify_app.domain.profiles import photo as made_anew
from certify_app.domain.profiles.photo import Crop, square_photo
from tests.http.learner import browser_of
from tests.people import People

ROUTE = "/api/profile/photo"
PHOTOS = Path(__file__).parent / "photos"
FROM_US = {"Origin": "http://localhost:8000"}
RED, BLUE, GREEN = (220, 20, 20), (20, 20, 220), (20, 160, 20)


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **saved: Any) -> bytes:
    """Left third red, right third blue, green between."""
    image = Image.new("RGB", size, GREEN)
    third = size[0] // 3
    image.paste(RED, (0, 0, third, size[1]))
    image.paste(BLUE, (size[0] - third, 0, *size))
    out = BytesIO()
    image.save(out, kind, **saved)
    return out.getvalue()


def send(client: TestClient, content: bytes, name: str = "me.jpg", **fields: str) -> Any:
    files = {"photo": (name, content, "image/jpeg")}
    return client.post(ROUTE, files=files, data=fields, headers=FROM_US)


def near(image: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    seen: Any = image.getpixel(at)
    return all(abs(a - b) < 60 for a, b in zip(seen, colour, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_kept_as_a_square_jpeg_and_told_by_its_etag(people: People, kind: str) -> None:
    client = browser_of(people.jane)
    assert client.get(ROUTE).status_code == 204
    answer = send(client, picture(kind))
    assert (answer.status_code, answer.headers["location"]) == (303, "/profile")

    shown = client.get(ROUTE)
    assert shown.headers["content-type"] == "image/jpeg"
    assert shown.headers["cache-control"] == "no-store"
    assert Image.open(BytesIO(shown.content)).size == (512, 512)
    again = client.get(ROUTE, headers={"If-None-Match": shown.headers["etag"]})
    assert again.status_code == 304


def test_where_it_was_taken_is_forgotten_and_it_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    lying = picture(size=(90, 90), exif=exif)
    assert b"Exif" in lying
    made = square_photo(lying)
    assert b"Exif" not in made
    upright = Image.open(BytesIO(made))
    assert not upright.getexif()
    assert near(upright, (256, 20), RED)
    assert near(upright, (256, 490), BLUE)


def test_a_phones_photo_is_kept_as_a_square_jpeg(people: People) -> None:
    client = browser_of(people.jane)
    send(client, (PHOTOS / "upright.heic").read_bytes(), "IMG_0042.HEIC")
    shown = client.get(ROUTE)
    assert shown.headers["content-type"] == "image/jpeg"
    made = Image.open(BytesIO(shown.content))
    assert (made.format, made.size) == ("JPEG", (512, 512))
    assert near(made, (256, 256), GREEN)


def test_a_phones_photo_is_turned_once_and_forgets_where_it_was_taken() -> None:
    """As phones write it: the box says how to turn it, and the EXIF says it again."""
    taken = Image.open(PHOTOS / "lying-with-place.heic")
    assert taken.getexif().get_ifd(0x8825)[1] == "N"
    made = square_photo((PHOTOS / "lying-with-place.heic").read_bytes())
    assert b"Exif" not in made
    upright = Image.open(BytesIO(made))
    assert not upright.getexif()
    assert near(upright, (256, 20), RED)
    assert near(upright, (256, 490), BLUE)


def test_what_a_phones_photo_lets_through_stands_on_white() -> None:
    made = Image.open(BytesIO(square_photo((PHOTOS / "see-through.heic").read_bytes())))
    assert near(made, (256, 256), (137, 207, 137))


@pytest.mark.parametrize(
    ("name", "code"), [("bomb", "too_many_pixels"), ("lying-bomb", "not_a_photo")]
)
def test_a_phones_photo_of_too_many_pixels_is_refused(people: People, name: str, code: str) -> None:
    """81 million in 18 KB; the second says in its header that it has 8,100."""
    client = browser_of(people.jane)
    answer = send(client, (PHOTOS / f"{name}.heic").read_bytes(), "IMG_0042.HEIC")
    assert answer.headers["location"] == f"/profile?problem={code}"
    assert client.get(ROUTE).status_code == 204


@pytest.mark.parametrize(
    ("crop", "colour"), [(Crop.START, RED), (Crop.CENTRE, GREEN), (Crop.END, BLUE)]
)
def test_the_part_that_was_chosen_is_kept(crop: Crop, colour: tuple[int, int, int]) -> None:
    made = Image.open(BytesIO(square_photo(picture(size=(300, 100)), crop)))
    assert near(made, (256, 256), colour)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_a_photo"),
        (b"<svg onload='alert(1)'/>", "not_a_photo"),
        (b"%PDF-1.7 " + b"x" * 500, "not_a_photo"),
        (picture("GIF"), "not_a_photo"),
        (picture("JPEG", (600, 400))[:900], "not_a_photo"),
        ((PHOTOS / "upright.heic").read_bytes()[:700], "not_a_photo"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "not_a_photo"),
        (b"x" * (10 * 1024 * 1024 + 1), "photo_too_large"),
        (b"x" * (11 * 1024 * 1024), "photo_too_large"),
    ],
)
def test_what_lies_about_its_type_is_refused(people: People, content: bytes, code: str) -> None:
    client = browser_of(people.jane)
    assert send(client, content).headers["location"] == f"/profile?problem={code}"
    assert client.get(ROUTE).status_code == 204


def test_a_bomb_is_refused_before_it_is_unpacked(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = BytesIO()
    Image.new("1", (9000, 9000)).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 100_000

    def unpacks(*_args: Any) -> Any:
        raise AssertionError

    monkeypatch.setattr(made_anew, "_on_white", unpacks)
    answer = send(browser_of(people.jane), bomb.getvalue())
    assert answer.headers["location"] == "/profile?problem=too_many_pixels"


def test_nobody_sees_or_changes_another_s(people: People) -> None:
    send(browser_of(people.jane), picture())
    for name in ("dave", "mallory"):
        assert browser_of(getattr(people, name)).get(ROUTE).status_code == 204
    assert browser_of(None).get(ROUTE).status_code == 401
    assert browser_of(people.tracy).get(ROUTE).status_code == 403
    browser_of(people.dave).post(f"{ROUTE}/remove", headers=FROM_US)
    elsewhere = {"Origin": "http://evil.example"}
    jane = browser_of(people.jane)
    assert jane.post(f"{ROUTE}/remove", headers=elsewhere).status_code == 403
    assert jane.get(ROUTE).status_code == 200


def test_a_removed_photo_is_gone_with_its_file(people: People) -> None:
    jane, dave = browser_of(people.jane), browser_of(people.dave)
    for client in (jane, dave):
        send(client, picture())
    files = list(made_anew.photos().folder.rglob("*.jpg"))
    assert len(files) == 1
    jane.post(f"{ROUTE}/remove", headers=FROM_US)
    assert jane.get(ROUTE).status_code == 204
    assert dave.get(ROUTE).status_code == 200
    dave.post(f"{ROUTE}/remove", headers=FROM_US)
    assert not files[0].exists()
