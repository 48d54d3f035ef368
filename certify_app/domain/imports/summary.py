"""An import told in sentences, for a terminal or a screen."""

from __future__ import annotations

from collections.abc import Iterator

from certify_app.domain.imports.options import ImportOptions
from certify_app.domain.imports.results import Count, ImportResult, Outcome
from certify_app.locales import N_, _, plural

NOUNS = {
    "organisations": N_("organisations"),
    "qualifications": N_("qualifications"),
    "units": N_("units"),
    "learners": N_("learners"),
    "awards": N_("awards"),
    "documents": N_("documents"),
    "badges": N_("badges"),
}


def problem_lines(result: ImportResult, most: int) -> Iterator[str]:
    """The first problems, a sentence each, and how many more there are."""
    for p in result.problems[:most]:
        place = _("Line {line}, {column}:", line=p.line, column=p.column)
        held = f" {p.value} –" if p.value and p.value not in p.sentence else ""
        yield f"{place}{held} {p.sentence}."
    if result.problem_count > most:
        yield plural("and {count} more", "and {count} more", result.problem_count - most)


def summary_lines(result: ImportResult, options: ImportOptions) -> Iterator[str]:
    """What was done, or would be, and what to do next."""
    yield from result.notes
    yield _heading(result)
    for noun, count in result.counts.items():
        if count != Count():
            yield "  " + _counted(noun, count)
    if result.problem_count and options.problem_file:
        yield _("All problems are in {file}.", file=options.problem_file)


def _heading(result: ImportResult) -> str:
    refused = plural(
        "{count} row cannot be taken", "{count} rows cannot be taken", result.rows_refused
    )
    if result.outcome is Outcome.REFUSED:
        return _("{refused}. Nothing was imported.", refused=refused)
    if result.outcome is Outcome.CHECKED:
        start = _("{file} was checked and nothing was changed.", file=result.file)
    else:
        start = _("{file} was imported.", file=result.file)
    return f"{start} {refused}." if result.rows_refused else start


def _counted(noun: str, count: Count) -> str:
    parts = (
        (count.new, _("{count} new", count=f"{count.new:,}")),
        (count.changed, _("{count} changed", count=f"{count.changed:,}")),
        (count.unchanged, _("{count} unchanged", count=f"{count.unchanged:,}")),
    )
    return f"{_(NOUNS[noun])}: {', '.join(said for number, said in parts if number)}"
