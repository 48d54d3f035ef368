"""What stands on the pages of an invoice, and where. Points, from the top left corner."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from certify_app.domain.documents.rendering.design import Design
from certify_app.domain.documents.rendering.fitting import Slot, fit, wrap
from certify_app.domain.documents.rendering.marks import PORTRAIT, Drawing, Mark, Picture
from certify_app.domain.documents.rendering.ornament import INK, MUTED, ground, rule, strip
from certify_app.domain.documents.rendering.painting import rgb
from certify_app.domain.documents.rendering.placing import stacked, text
from certify_app.domain.documents.rendering.signing_off import emblem
from certify_app.domain.money import NOTHING, Amounts, say_money
from certify_app.domain.shop.invoice_table import (
    HEADER,
    LEFT,
    RIGHT,
    WIDTH,
    Row,
    body,
    header,
    say_rate,
    shown,
)
from certify_app.domain.shop.read_invoice import InvoicePaper
from certify_app.locales import _
from certify_app.locales.dates import day

PAPER = PORTRAIT
TABLE_FIRST, TABLE_FURTHER = 352.0, 96.0
GREEN = "#1c6b48"
_MOST_ADDRESS_LINES = 7


def first_page(paper: InvoicePaper, design: Design, rows: list[Row], is_last: bool) -> list[Mark]:
    marks = [
        ground(PAPER, "#ffffff"),
        *_letterhead(paper, design),
        strip(LEFT, 128, WIDTH, PAPER, design),
        *_heading(paper, design),
        *_facts(paper),
        *_addresses(paper),
    ]
    return marks + _table(paper, design, rows, TABLE_FIRST, is_last)


def further_page(paper: InvoicePaper, design: Design, rows: list[Row], is_last: bool) -> list[Mark]:
    title = f"{_title(paper)} {paper.number:06d}"
    marks: list[Mark] = [
        ground(PAPER, "#ffffff"),
        text(title, "display", 14, LEFT, 70, design.brand),
    ]
    return marks + _table(paper, design, rows, TABLE_FURTHER, is_last)


def _title(paper: InvoicePaper) -> str:
    if paper.credits:
        return _("VAT credit note") if paper.has_vat else _("Credit note")
    return _("VAT invoice") if paper.has_vat else _("Invoice")


def _letterhead(paper: InvoicePaper, design: Design) -> list[Mark]:
    name, *address = paper.seller.splitlines() or [design.awarding_body]
    if paper.vat_number:
        address.append(_("VAT number {number}", number=paper.vat_number))
    fitted = fit("awarding_body", shown(name), "display", Slot(WIDTH - 170, 22, 17, 10, 4, 1))
    marks: list[Mark] = [
        replace(mark, x=LEFT) if isinstance(mark, Picture) else mark
        for mark in emblem(design, LEFT + 32, 76, 32, 150, PAPER)
    ]
    marks.append(text(fitted.lines[0], "display", fitted.size, RIGHT, 62, design.brand, "right"))
    for place, line in enumerate(address[:5]):
        marks.append(text(shown(line), "sans", 8, RIGHT, 77 + place * 10.6, MUTED, "right"))
    return marks


def _heading(paper: InvoicePaper, design: Design) -> list[Mark]:
    marks: list[Mark] = [text(_title(paper), "display", 26, LEFT, 180, design.brand, role="H1")]
    if paper.is_test:
        marks.append(
            text(_("TEST: nothing was paid"), "strong", 12, RIGHT, 178, "#b3261e", "right")
        )
        return marks
    done = _("Refunded") if paper.credits else _("Paid")
    word = text(done.upper(), "strong", 12, RIGHT - 14, 178, GREEN, "right")
    left = word.x - 14
    outline = (
        f"{rgb(GREEN)} RG 1.2 w {left:.2f} {PAPER.height - 186:.2f} {RIGHT - left:.2f} 24 re S"
    )
    return [*marks, Drawing(outline), word]


def _facts(paper: InvoicePaper) -> list[Mark]:
    marks: list[Mark] = []
    for place, (label, value) in enumerate(_named(paper)):
        y = 214 + place * 31
        marks.append(text(label, "sans", 8, LEFT, y, MUTED))
        marks.append(text(value, "strong", 10.4, LEFT, y + 13, INK))
    return marks


def _named(paper: InvoicePaper) -> tuple[tuple[str, str], ...]:
    number = f"{paper.number:06d}"
    if paper.credits:
        return (
            (_("Credit note number"), number),
            (_("Date of the credit note"), day(paper.issued)),
            (_("Invoice it belongs to"), f"{paper.credits:06d}"),
            (_("Order number"), paper.order_number),
        )
    return (
        (_("Invoice number"), number),
        (_("Invoice date"), day(paper.issued)),
        (_("Order number"), paper.order_number),
        (_("Ordered on"), day(paper.ordered)),
    )


def _addresses(paper: InvoicePaper) -> list[Mark]:
    if paper.credits:
        return _address(_("Credited to"), paper.billed_to, LEFT + 216)
    return [
        *_address(_("Billed to"), paper.billed_to, LEFT + 216),
        *_address(_("Sent to"), paper.sent_to, LEFT + 360),
    ]


def _address(label: str, address: str, x: float) -> list[Mark]:
    marks: list[Mark] = [text(label, "sans", 8, x, 214, MUTED)]
    lines = [line for part in address.splitlines() for line in wrap(shown(part), "sans", 9, 128)]
    return marks + list(stacked(tuple(lines[: _MOST_ADDRESS_LINES + 2]), 9, x, 227, 12.4, INK))


def _table(
    paper: InvoicePaper, design: Design, rows: list[Row], top: float, is_last: bool
) -> list[Mark]:
    marks = header(paper, top, design)
    drawn, y = body(rows, paper, top + HEADER)
    return [*marks, *drawn, *(_totals(paper, design, y + 24) if is_last else [])]


def _totals(paper: InvoicePaper, design: Design, top: float) -> list[Mark]:
    rows = _vat_rows(paper) if paper.has_vat else []
    marks: list[Mark] = []
    y = top
    for label, amount in rows:
        marks.append(text(label, "sans", 9.4, RIGHT - 110, y, MUTED, "right"))
        marks.append(text(say_money(amount, paper.currency), "sans", 9.4, RIGHT, y, INK, "right"))
        y += 16
    marks.append(rule(RIGHT - 250, y - 3, 250, PAPER, design.gold, 0.8))
    y += 17
    label = _("Total refunded") if paper.credits else _("Total")
    marks.append(text(label, "strong", 12, RIGHT - 110, y, INK, "right"))
    total = say_money(paper.total, paper.currency)
    marks.append(text(total, "strong", 14, RIGHT, y, design.brand, "right"))
    return marks


def _vat_rows(paper: InvoicePaper) -> list[tuple[str, int]]:
    """Net, then the VAT of each rate with the net it is on."""
    rates: dict[int, Amounts] = defaultdict(lambda: NOTHING)
    for line in paper.lines:
        if line.gross:
            rates[line.vat_rate] += Amounts(line.gross, line.vat)
    per_rate = [
        (
            _(
                "VAT at {rate} on {net}",
                rate=say_rate(rate),
                net=say_money(found.net, paper.currency),
            ),
            found.vat,
        )
        for rate, found in sorted(rates.items(), reverse=True)
    ]
    return [(_("Total without VAT"), paper.total - paper.vat), *per_rate]
