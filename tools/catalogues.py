"""The catalogues against the source: `make words` adds what is missing, `make check` finds it."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "certify_app"
MARKS = {"_": 1, "N_": 1, "plural": 2}
LANGUAGES = {"cy": "Welsh"}
FIRST_DAY = datetime(2026, 11, 23, tzinfo=UTC)


def words() -> dict[str, str]:
    """Every text that a person may read, with the first file that holds it."""
    found: dict[str, str] = {}
    for file in sorted(SOURCE.rglob("*.py")):
        for text in _marked(ast.parse(file.read_text())):
            found.setdefault(text, file.relative_to(ROOT).as_posix())
    return found


def _marked(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (name := _name(node.func)) in MARKS:
            for argument in node.args[: MARKS[name]]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _path(code: str) -> Path:
    return SOURCE / "locales" / code / "LC_MESSAGES" / "certify.po"


def _read(code: str) -> Catalog:
    if not _path(code).exists():
        return Catalog(locale=code, project="Certify")
    with _path(code).open("rb") as file:
        return read_po(file, locale=code)


def findings() -> list[str]:
    """Texts that a language lacks, and placeholders that it lost or invented."""
    wanted = words()
    return [line for code in LANGUAGES for line in _findings(code, wanted)]


def _findings(code: str, wanted: dict[str, str]) -> Iterator[str]:
    said = {str(m.id): str(m.string) for m in _read(code) if m.id}
    for text, file in wanted.items():
        if text not in said:
            yield f"{LANGUAGES[code]} lacks {text!r} ({file}): run make words"
        elif said[text] and _holes(text) != _holes(said[text]):
            yield f"{LANGUAGES[code]} has other placeholders than {text!r}"


def untranslated() -> dict[str, int]:
    """How many texts a reader of each language sees in English."""
    wanted = words()
    said = {code: {str(m.id) for m in _read(code) if m.id and m.string} for code in LANGUAGES}
    return {LANGUAGES[code]: len(wanted.keys() - known) for code, known in said.items()}


def _empty(code: str) -> Catalog:
    """A catalogue whose header says what is true and does not change from day to day."""
    return Catalog(
        locale=code,
        project="Certify",
        version="1",
        header_comment=f"# Certify in {LANGUAGES[code]}; the English text is the key.",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="Welsh",
        creation_date=FIRST_DAY,
        revision_date=FIRST_DAY,
        charset="utf-8",
        fuzzy=False,
    )


def _holes(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("{")[1:]}


def update() -> None:
    """Add new texts, empty, and drop those that are gone; the rest stays as it is."""
    for code in LANGUAGES:
        old = {str(m.id): m.string for m in _read(code) if m.id}
        catalogue = _empty(code)
        for text, file in words().items():
            catalogue.add(text, old.get(text, ""), locations=[(file, 0)])
        _path(code).parent.mkdir(parents=True, exist_ok=True)
        with _path(code).open("wb") as out:
            write_po(out, catalogue, sort_output=True, omit_header=False, include_lineno=False)


if __name__ == "__main__":
    update()
    for language, count in untranslated().items():
        print(f"{language}: {count} texts are not translated yet")
