"""Every kind of mail, in every language: whole, safe and light."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from certify_app.domain.awarding_body.models import AwardingBody
from certify_app.domain.messages.kinds import KINDS
from certify_app.domain.messages.render import Rendered, render
from certify_app.domain.messages.sender import sender_of
from certify_app.locales import LANGUAGES, speaking
from tests.unit.domain.messages.letters import EVERY, LINK, TITLES

GMAIL_CUTS_AT = 102_000
BODY = AwardingBody(name="Teifi Awards", phone="01234 567890", address="12 Bridge Street\nCardigan")
every_mail = pytest.mark.parametrize(
    ("kind", "language"), [(kind, language) for kind in EVERY for language in LANGUAGES]
)


def write(kind: str, language: str = "en", **changes: object) -> Rendered:
    sender = sender_of(BODY)
    with speaking(language):
        return render(KINDS[kind](sender, **{**EVERY[kind], **changes}), sender)


class Reader(HTMLParser):
    """What a mail program would find."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.language = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.language = self.language or found.get("lang", "")
        if tag == "a":
            self.links.append(found["href"])
        self.fetched += [found[name] for name in ("src", "background", "srcset") if name in found]


def test_every_kind_is_tested_here() -> None:
    assert set(EVERY) == set(KINDS)


@every_mail
def test_it_is_written_in_its_language_and_fetches_nothing(kind: str, language: str) -> None:
    html = write(kind, language).html
    found = Reader(html)

    assert found.language == language
    assert found.fetched == []
    assert not {"img", "script", "link", "iframe", "form", "object"} & set(found.tags)
    assert "url(" not in html
    assert "@import" not in html


@every_mail
def test_it_is_short_enough_not_to_be_cut(kind: str, language: str) -> None:
    assert len(write(kind, language).html.encode()) < GMAIL_CUTS_AT / 4


@every_mail
def test_its_text_part_has_every_link_of_the_html_on_a_line_of_its_own(
    kind: str, language: str
) -> None:
    said = write(kind, language)

    assert set(Reader(said.html).links) <= set(said.text.splitlines())


@every_mail
def test_it_says_who_writes_why_and_where_to_get_help(kind: str, language: str) -> None:
    said = write(kind, language)

    for words in ("Teifi Awards", "registry@localhost", "12 Bridge Street, Cardigan"):
        assert words in said.html
        assert words in said.text


@every_mail
def test_it_has_one_heading_and_no_words_left_to_fill_in(kind: str, language: str) -> None:
    said = write(kind, language)

    assert Reader(said.html).tags.count("h1") == 1
    for part in (said.subject, said.text):
        assert not re.search(r"\{\w*\}|None", part)


def test_a_link_survives_unbroken_in_both_parts() -> None:
    said = write("reset_password")

    assert LINK in said.text.splitlines()
    assert Reader(said.html).links == [LINK, LINK]


def test_moments_are_in_the_awarding_bodys_time_zone(
    clean_environment: pytest.MonkeyPatch,
) -> None:
    from certify_app.config import settings

    clean_environment.setenv("CERTIFY_TIMEZONE", "Asia/Tokyo")
    settings.cache_clear()

    assert "until 3 Feb 2027 at 19:00." in write("verify_email").text


def test_one_certificate_and_several_are_told_apart() -> None:
    one = write("certificate_ready", titles=TITLES[:1], registered=True)
    several = write("certificate_ready", registered=False)

    assert (one.subject, several.subject) == (
        "Your certificate is ready",
        "Your certificates are ready",
    )
    assert "http://localhost:8000/documents" in one.text
    assert "http://localhost:8000/register" in several.text


def test_a_lock_by_staff_says_whom_to_contact() -> None:
    text = write("account_locked", by_staff=True).text

    assert "locked by Teifi Awards. Contact" in text
    assert "Forgot my password" not in text


@pytest.mark.parametrize(
    "name",
    ['<script>alert("x")</script>', "O'Neill & <b>Sons</b>", '"><img src=x onerror=y>'],
)
def test_html_in_a_name_stays_a_name(name: str) -> None:
    said = write("verify_email", first_name=name)

    assert name not in said.html
    assert not {"script", "b", "img"} & set(Reader(said.html).tags)
    assert name in said.text.replace("\n", " ")


@pytest.mark.parametrize("name", ["{name}", "{0}", "{body.name}", "%s", "{{ 7*7 }}", "{% raw %}"])
def test_placeholders_in_a_name_stay_a_name(name: str) -> None:
    assert f"Hi {name}," in write("verify_email", first_name=name).text


def test_a_line_break_cannot_reach_a_subject() -> None:
    sender = sender_of(BODY)
    letter = KINDS["verify_email"](sender, **EVERY["verify_email"])
    broken = type(letter)(**{**vars(letter), "subject": "Hello\r\nBcc: mallory@example.org\x00"})

    assert render(broken, sender).subject == "Hello Bcc: mallory@example.org"


@pytest.mark.parametrize("brand", ["#17516f", "#ffe600", "#000000", "#ffffff", "#ff0000"])
def test_the_button_can_be_read_on_any_brand_colour(brand: str) -> None:
    from certify_app.domain.awarding_body.palette import contrast

    colours = sender_of(AwardingBody(name="Teifi", brand=brand)).colours.light

    assert contrast(colours["on-brand"], colours["brand"]) >= 4.5
