"""An award to print, its awarding body's design, and readers that are not ours."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from certify_app.domain.documents.rendering import Design, DocumentContent, UnitLine
from certify_app.domain.documents.rendering.opened import opened

URL = "https://certificates.nab.example/verify?reference=10643835-01-3DCE7K"
TITLE = "Level 3 Diploma in Advanced Manufacturing Engineering (Development Technical Knowledge)"
DESIGN = Design(
    awarding_body="Northern Awarding Body",
    signatory_name="Dr Eleanor Whitfield",
    signatory_title="Chief Executive and Responsible Officer",
    recognition="Northern Awarding Body Ltd · Regulated by Ofqual · Recognition no. RN5123",
    address="1 Guildhall Square\nSheffield S1 2HH\nnab.example",
)
CERTIFICATE = DocumentContent(
    kind="certificate",
    learner_name="Siân Ŵyn Llŷr-Żółkiewska",
    qualification_title=TITLE,
    qualification_code="603/1234/5",
    level="Level 3",
    grade="Distinction",
    award_date=date(2026, 11, 14),
    expiry_date=None,
    award_reference="10643835-01",
    document_reference="10643835-01-3DCE7K",
    enrolment_number="NAB0012345",
    organisation="Coleg Gwynedd",
    units=(),
    verify_url=URL,
)
LETTER = replace(CERTIFICATE, kind="letter")
NAMES = {
    "Welsh": "Siân Ŵyn Llŷr ab Ïonawr",
    "Polish": "Zażółć Gęślą-Jaźń",
    "Vietnamese": "Nguyễn Thị Phương Ệ",
    "Yoruba": "Ọlúwáṣẹ̀ Adébáyọ̀",
    "Greek": "Ιωάννης Παπαδόπουλος",
    "Cyrillic": "Щербакова Наталія Їжакевич",
    "Arabic": "محمد بن سلمان الهاشمي",
    "Persian": "فاطمه‌زهرا گل‌محمدی",
    "Hebrew": "יוסף כהן",
    "Chinese": "王小明 喆堃玥",
    "Traditional Chinese": "陳美玲 歐陽",
    "Japanese": "山田 太郎 さくら ミカ",
    "Korean": "김민준 똠",
    "double-barrelled": "Anne-Marie Smith-Jones-Wolfeschlegelstein",
    "one word": "Madonna",
    "apostrophes": "D’Arcy O'Neill",
    "mixed Latin and Greek": "Ioannis Παπαδόπουλος",
    "mixed Latin and Arabic": "Ali محمد Smith",
    "88 characters": "Maximiliana Konstantinopolitanska Wolfeschlegelsteinhausen "
    "of the Northern Hills Estates",
}


def unit_certificate(count: int) -> DocumentContent:
    long = "Applying engineering principles to the maintenance of complex production systems"
    units = tuple(
        UnitLine(f"K/618/{i:04d}", f"{long}, part {i}" if i % 3 else f"Safety {i}", "3", str(i))
        for i in range(1, count + 1)
    )
    return replace(CERTIFICATE, kind="unit_certificate", units=units)


@cache
def picture(width: int = 300, height: int = 120, form: str = "PNG") -> bytes:
    """An image with see-through corners, where its form has them."""
    image = Image.new("RGBA", (width, height))
    ImageDraw.Draw(image).ellipse((0, 0, width - 1, height - 1), fill="#aa2244")
    data = BytesIO()
    (image if form in ("PNG", "WEBP", "GIF") else image.convert("RGB")).save(data, form)
    return data.getvalue()


def text_by_poppler(pdf: bytes, *options: str) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run(
        [program, *options, "-", "-"], input=pdf, capture_output=True, check=True, timeout=30
    )
    return done.stdout.decode()


def text_by_pdfium(pdf: bytes) -> str:
    with opened(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def image_of(pdf: bytes, page: int = 1, scale: float = 2.0) -> Image.Image:
    with opened(pdf) as document:
        return document[page - 1].render(scale=scale).to_pil().convert("RGB")


def without_spaces(text: str) -> str:
    """The characters that are seen: no spaces, and none of the reader's direction marks."""
    return "".join(c for c in "".join(text.split()) if c not in "\u202a\u202b\u202c\u200b")
