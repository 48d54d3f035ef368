"""The order in which a document is read aloud: its structure tree (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from fpdf.syntax import PDFString

from certify_app.domain.documents.rendering.font_objects import RawObject
from certify_app.domain.documents.rendering.marks import Mark, Text
from certify_app.domain.documents.rendering.painting import role_of

Tagged = tuple[int, Mark]
Add = Callable[[RawObject], object]


@dataclass
class Element:
    """A paragraph, heading, cell or figure: the numbers of its marked content."""

    role: str
    numbers: list[int]
    alt: str = ""
    row: int | None = None


@dataclass
class Page:
    """One page's part of the tree; `owners` gives the element of each marked content."""

    ref: str
    add: Add
    owners: dict[int, str]

    def element(self, role: str, parent: RawObject, alt: str = "") -> RawObject:
        said = f" /Alt {PDFString(alt).serialize()}" if alt else ""
        scope = " /A <</O /Table /Scope /Column>>" if role == "TH" else ""
        entries = f"/Type /StructElem /S /{role} /P {parent.ref} /Pg {self.ref}{said}{scope}"
        made = RawObject(entries)
        self.add(made)
        return made

    def outermost(self, document: RawObject, found: list[Element]) -> list[str]:
        """Add the elements, rows in a table; give what hangs on the document."""
        kids: list[str] = []
        for in_table, group in groupby(found, key=lambda element: element.row is not None):
            if in_table:
                kids.append(self.table(document, list(group)))
            else:
                kids += [self.leaf(document, element) for element in group]
        return kids

    def table(self, document: RawObject, cells: list[Element]) -> str:
        table = self.element("Table", document)
        rows = []
        for _, group in groupby(cells, key=lambda cell: cell.row):
            row = self.element("TR", table)
            kids = [self.leaf(row, cell) for cell in group]
            row.entries += f" /K [{' '.join(kids)}]"
            rows.append(row.ref)
        table.entries += f" /K [{' '.join(rows)}]"
        return table.ref

    def leaf(self, parent: RawObject, element: Element) -> str:
        made = self.element(element.role, parent, element.alt)
        made.entries += f" /K [{' '.join(map(str, element.numbers))}]"
        self.owners.update(dict.fromkeys(element.numbers, made.ref))
        return made.ref


def add_structure(pages: list[tuple[str, tuple[Tagged, ...]]], add: Add) -> RawObject:
    """The root of the tree; `pages` gives each page's reference and tagged marks."""
    root, document, by_page = RawObject(""), RawObject(""), RawObject("")
    for made in (root, document, by_page):
        add(made)
    kids: list[str] = []
    owners: list[str] = []
    for place, (ref, tagged) in enumerate(pages):
        page = Page(ref, add, {})
        kids += page.outermost(document, elements(tagged))
        listed = " ".join(page.owners[number] for number in sorted(page.owners))
        owners.append(f"{place} [{listed}]")
    by_page.entries = f"/Nums [{' '.join(owners)}]"
    document.entries = f"/Type /StructElem /S /Document /P {root.ref} /K [{' '.join(kids)}]"
    root.entries = (
        f"/Type /StructTreeRoot /K [{document.ref}] /ParentTree {by_page.ref} "
        f"/ParentTreeNextKey {len(pages)}"
    )
    return root


def elements(tagged: Iterable[Tagged]) -> list[Element]:
    """What is read, in the order of reading; wrapped lines are one element."""
    found: list[tuple[float, Element]] = []
    goes_on = False
    for number, mark in tagged:
        if goes_on:
            found[-1][1].numbers.append(number)
        else:
            found.append((_order(mark), _element(number, mark)))
        goes_on = isinstance(mark, Text) and mark.continued
    return [element for _, element in sorted(found, key=lambda pair: pair[0])]


def _order(mark: Mark) -> float:
    given = mark.order if isinstance(mark, Text) else None
    return mark.y if given is None else given


def _element(number: int, mark: Mark) -> Element:
    if isinstance(mark, Text):
        return Element(mark.role, [number], row=mark.row)
    return Element(role_of(mark), [number], alt=mark.alt)
