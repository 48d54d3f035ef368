"""Every word printed on documents, in the language of the document.

A certificate keeps the words it was issued with, so they stand apart from the
catalogues of the screens. `{…}` is filled in; awarding bodies may replace the
headings and the ceremonial phrases in their design.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Wording:
    certificate_heading: str
    unit_certificate_heading: str
    letter_heading: str
    certifies: str
    awarded: str
    qualification_number: str
    level: str
    grade: str
    awarded_on: str
    expires_on: str
    expiry: str
    no_expiry: str
    enrolment_number: str
    organisation: str
    learner: str
    qualification: str
    reference: str
    award_reference: str
    verify: str
    page: str
    unit_code: str
    unit_title: str
    credits: str
    units_heading: str
    salutation: str
    letter_opening: str
    letter_check: str
    letter_closing: str
    signature: str
    months: tuple[str, ...]

    def day(self, day: date) -> str:
        return f"{day.day} {self.months[day.month - 1]} {day.year}"


ENGLISH = Wording(
    certificate_heading="Certificate of Achievement",
    unit_certificate_heading="Unit Certificate",
    letter_heading="Confirmation of Award",
    certifies="This is to certify that",
    awarded="has been awarded the qualification",
    qualification_number="Qualification number",
    level="Level",
    grade="Grade",
    awarded_on="Awarded on",
    expires_on="Expires on",
    expiry="Expiry",
    no_expiry="Does not expire",
    enrolment_number="Enrolment number",
    organisation="Centre",
    learner="Learner",
    qualification="Qualification",
    reference="Document reference",
    award_reference="Award reference",
    verify="Scan the code or visit the address to check this document",
    page="Page {number} of {count}",
    unit_code="Unit",
    unit_title="Title",
    credits="Credits",
    units_heading="has achieved the units below, which form part of the qualification",
    salutation="To whom it may concern",
    letter_opening=(
        "We confirm that {learner} was awarded the qualification named below by "
        "{awarding_body} on {day}. This letter states the award as it stands in our "
        "records."
    ),
    letter_check=(
        "You can check at any time that this letter is genuine and that the award "
        "still stands: scan the code below or visit the address beside it, and "
        "compare what it says with this page."
    ),
    letter_closing="Yours faithfully",
    signature="For the awarding body",
    months=(
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
)

WELSH = Wording(
    certificate_heading="Tystysgrif Cyflawniad",
    unit_certificate_heading="Tystysgrif Unedau",
    letter_heading="Cadarnhad o Ddyfarniad",
    certifies="Tystir drwy hyn fod",
    awarded="wedi ennill y cymhwyster",
    qualification_number="Rhif y cymhwyster",
    level="Lefel",
    grade="Gradd",
    awarded_on="Dyfarnwyd ar",
    expires_on="Daw i ben ar",
    expiry="Dyddiad dod i ben",
    no_expiry="Nid yw\u2019n dod i ben",
    enrolment_number="Rhif cofrestru",
    organisation="Canolfan",
    learner="Dysgwr",
    qualification="Cymhwyster",
    reference="Cyfeirnod y ddogfen",
    award_reference="Cyfeirnod y dyfarniad",
    verify="Sganiwch y cod neu ewch i\u2019r cyfeiriad i wirio\u2019r ddogfen hon",
    page="Tudalen {number} o {count}",
    unit_code="Uned",
    unit_title="Teitl",
    credits="Credydau",
    units_heading="wedi cyflawni\u2019r unedau isod, sy\u2019n rhan o\u2019r cymhwyster",
    salutation="I bwy bynnag a fynno wybod",
    letter_opening=(
        "Cadarnhawn fod {learner} wedi ennill y cymhwyster a enwir isod gan "
        "{awarding_body} ar {day}. Mae\u2019r llythyr hwn yn nodi\u2019r dyfarniad fel y "
        "mae yn ein cofnodion."
    ),
    letter_check=(
        "Gallwch wirio ar unrhyw adeg fod y llythyr hwn yn ddilys a bod y dyfarniad "
        "yn dal i sefyll: sganiwch y cod isod neu ewch i\u2019r cyfeiriad wrth ei ymyl, "
        "a chymharwch yr hyn a ddywed \u00e2\u2019r dudalen hon."
    ),
    letter_closing="Yr eiddoch yn gywir",
    signature="Ar ran y corff dyfarnu",
    months=(
        *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf"),
        *("Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
    ),
)

_WORDINGS = {"en": ENGLISH, "cy": WELSH}


def wording(language: str) -> Wording:
    """The words of a language; English where we have none."""
    return _WORDINGS.get(language, ENGLISH)
