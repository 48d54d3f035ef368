"""What a person calls each text of a document or a design."""

from __future__ import annotations

from certify_app.locales import N_

PLACES = {
    "learner_name": N_("learner name"),
    "qualification_title": N_("qualification title"),
    "qualification_code": N_("qualification number"),
    "level": N_("level"),
    "grade": N_("grade"),
    "award_date": N_("award date"),
    "expiry_date": N_("expiry date"),
    "award_reference": N_("award reference"),
    "document_reference": N_("document reference"),
    "enrolment_number": N_("enrolment number"),
    "organisation": N_("centre name"),
    "verify_url": N_("verification address"),
    "unit_code": N_("unit reference"),
    "unit_title": N_("unit title"),
    "unit_level": N_("unit level"),
    "unit_credits": N_("number of credits"),
    "awarding_body": N_("awarding body name"),
    "logo": N_("logo"),
    "signature": N_("signature"),
    "signatory_name": N_("name of the signatory"),
    "signatory_title": N_("title of the signatory"),
    "recognition": N_("recognition line"),
    "address": N_("address"),
    "brand": N_("brand"),
    "gold": N_("gold"),
    "certificate_heading": N_("certificate heading"),
    "unit_certificate_heading": N_("unit certificate heading"),
    "letter_heading": N_("letter heading"),
    "certifies": N_("opening words"),
    "awarded": N_("words of award"),
    "units_heading": N_("words before the units"),
    "letter_closing": N_("closing words"),
    "letter": N_("letter"),
    "watermark": N_("watermark"),
}
