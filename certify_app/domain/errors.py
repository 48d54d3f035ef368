"""The root of every named error: one sentence that says what to do."""

from __future__ import annotations

from typing import ClassVar

from certify_app.locales import _


class DomainError(Exception):
    """Something a person may put right.

    Subclasses set `sentence`, marked with `N_` for the catalogues, and `field`
    when it belongs to one input. `str(error)` is the sentence in the current
    language with the parameters filled in.
    """

    sentence: ClassVar[str]
    field: str = ""

    def __init__(self, field: str = "", **params: object) -> None:
        super().__init__(self.sentence)
        self.field = field or type(self).field
        self.params = params

    def __str__(self) -> str:
        return _(self.sentence, **self.params)


class Problems(DomainError):
    """Several things to put right at once, each at its field."""

    sentence = "There is a problem"

    def __init__(self, problems: list[DomainError]) -> None:
        super().__init__()
        self.problems = problems

    def by_field(self) -> dict[str, str]:
        return {p.field: str(p) for p in self.problems}
