"""Names of every script, read back by programs that are not ours."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certify_app.domain.documents.rendering import (
    CannotRender,
    Design,
    DocumentContent,
    UnitLine,
    missing_characters,
    render_document,
)
from certify_app.domain.documents.rendering.places import PLACES
from certify_app.domain.documents.rendering.shaping import is_left_to_right, shape
from certify_app.domain.documents.rendering.typefaces import faces
from tests.unit.domain.documents.rendering.samples import (
    CERTIFICATE,
    DESIGN,
    NAMES,
    text_by_pdfium,
    text_by_poppler,
    without_spaces,
)

ALONE = replace(
    CERTIFICATE,
    qualification_title=".",
    qualification_code="",
    level="",
    grade="",
    enrolment_number="",
)


def certificate_for(name: str) -> bytes:
    return render_document(replace(CERTIFICATE, learner_name=name), DESIGN)


@pytest.mark.parametrize("script", NAMES)
def test_a_name_is_read_back_whole(script: str) -> None:
    name = NAMES[script]
    assert missing_characters(name) == ""
    # Without -raw, Poppler puts right-to-left words back into the order they are read in.
    order = ["-raw"] if is_left_to_right(name) else []
    read = without_spaces(text_by_poppler(certificate_for(name), *order))
    assert all(without_spaces(word) in read for word in name.split())
    assert is_left_to_right(name) is False or without_spaces(name) in read


@pytest.mark.parametrize("script", NAMES)
def test_pdfium_reads_every_letter_of_a_name(script: str) -> None:
    read = text_by_pdfium(certificate_for(NAMES[script]))
    assert set(without_spaces(NAMES[script])) - {"\u200c"} <= set(read)


@pytest.mark.parametrize("script", NAMES)
def test_no_script_falls_through_to_the_empty_glyph(script: str) -> None:
    runs = shape(NAMES[script], "display").runs
    assert all(glyph.number for run in runs for glyph in run.glyphs)


def test_a_yoruba_grave_sits_over_its_letter() -> None:
    (run,) = shape("ọ̀", "display").runs
    letter, mark = run.glyphs
    assert mark.advance == 0
    box = run.typeface.font.get_glyph_extents(mark.number)
    middle = letter.advance + mark.right + box.x_bearing + box.width / 2
    assert abs(middle - letter.advance / 2) < 60


def test_a_composed_and_a_decomposed_name_give_the_same_bytes() -> None:
    name = NAMES["Vietnamese"]
    assert certificate_for(name) == certificate_for(unicodedata.normalize("NFD", name))


def test_an_arabic_name_is_joined_and_runs_from_the_right() -> None:
    (run,) = shape("محمد", "display").runs
    assert run.rtl
    assert run.glyphs[0].text == "د"
    alone = {shape(letter, "display").runs[0].glyphs[0].number for letter in "محمد"}
    assert not alone & {glyph.number for glyph in run.glyphs[1:]}


def test_a_bracket_turns_round_in_a_right_to_left_name() -> None:
    seen = "".join(g.text for r in shape("(כהן)", "display").runs for g in r.glyphs)
    bracket = shape("(", "display").runs[0].glyphs[0].number
    (last,) = [g for r in shape("(כהן)", "display").runs for g in r.glyphs if g.text == ")"]
    assert seen == ")ןהכ("
    assert last.number == bracket


@pytest.mark.parametrize(
    "name",
    [
        "Jane\u202eeoD",
        "Jane\u2066Doe\u2069",
        "Jane\x00Doe",
        "Jane\nDoe",
        "Jane\tDoe",
        "Ja\u00adne",
        "Ja\u200dne",
        "Jane\ufeff",
        "Jane 😀",
        "Jane \U000e0041",
        "\u0301Jane",
        "Jane \u0301",
        "Z" + "\u0301" * 12,
        "\ud800",
        "नाम",
    ],
)
def test_a_name_that_cannot_be_printed_is_refused(name: str) -> None:
    assert missing_characters(name)
    with pytest.raises(CannotRender) as refusal:
        certificate_for(name)
    assert refusal.value.field == "learner_name"
    assert "U+" in str(refusal.value)
    assert "learner name" in str(refusal.value)
    assert str(refusal.value).isprintable()


@pytest.mark.parametrize("name", ["", "   ", "\u00a0\u3000"])
def test_a_name_of_spaces_is_refused(name: str) -> None:
    with pytest.raises(CannotRender, match="learner name is empty"):
        certificate_for(name)


def test_an_endless_name_is_refused() -> None:
    with pytest.raises(CannotRender, match="too long"):
        certificate_for("Jane " * 400)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_printed_whole_or_refused(name: str) -> None:
    try:
        pdf = render_document(replace(ALONE, learner_name=name), DESIGN)
    except CannotRender:
        return
    assert_reads(pdf, name)


ALL_CHARACTERS = sorted(set().union(*(face.characters for face in faces("display"))))
DRAWN = [chr(c) for c in ALL_CHARACTERS if not missing_characters(chr(c))]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from(DRAWN), min_size=1, max_size=12))
def test_any_text_with_glyphs_is_printed_whole(name: str) -> None:
    if not name.strip() or missing_characters(name):
        return
    assert_reads(render_document(replace(ALONE, learner_name=name), DESIGN), name)


def assert_reads(pdf: bytes, name: str) -> None:
    """Poppler gives every character; in their order where all run from the left."""
    wanted = without_spaces(unicodedata.normalize("NFC", name))
    read = without_spaces(text_by_poppler(pdf, "-raw"))
    if is_left_to_right(name):
        assert wanted in read
    else:
        assert not set(wanted) - set(read)


def test_nearly_every_character_of_the_fonts_can_be_printed() -> None:
    assert len(DRAWN) > 30_000


def test_every_text_has_a_name_for_the_person_who_corrects_it() -> None:
    texts = [field for whole in (DocumentContent, Design) for field in fields(whole)]
    named = {field.name for field in texts} | {f"unit_{f.name}" for f in fields(UnitLine)}
    assert named - {"kind", "units", "language"} <= set(PLACES)
