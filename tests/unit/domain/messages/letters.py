"""Parameters with which every kind of mail can be written."""

from __future__ import annotations

from typing import Any

from tests.clock import START

LINK = "https://certificates.example.org/verify-email?token=3q2-7wAbC_dEfGhIjKlMnOpQrStUvWxYz012345"
TITLES = ["Diploma in Adult Care", "Award in Welding"]
ORDER = {"first_name": "Jane", "number": "12345678", "currency": "GBP"}
LINES = [("1 × Replacement Certificate: Diploma in Adult Care", 3000), ("Courier (UK)", 999)]
EVERY: dict[str, dict[str, Any]] = {
    "verify_email": {"first_name": "Jane", "link": LINK, "expires_at": START},
    "already_registered": {"first_name": "Jane"},
    "registration_waiting": {"first_name": "Jane"},
    "registration_approved": {"first_name": "Jane"},
    "registration_refused": {"first_name": "Jane"},
    "staff_new_registration": {"name": "Jane Doe", "enrolment_number": "TA-100001"},
    "reset_password": {"first_name": "Jane", "link": LINK, "expires_at": START},
    "password_changed": {"first_name": "Jane", "at": START},
    "new_sign_in": {
        "first_name": "Jane",
        "at": START,
        "browser": "Firefox on Android",
        "address": "203.0.113.7",
    },
    "confirm_email": {"first_name": "Jane", "link": LINK, "expires_at": START},
    "email_change_asked": {"first_name": "Jane", "email": "jane@example.com"},
    "email_changed": {"first_name": "Jane", "email": "jane@example.com"},
    "email_add_asked": {"first_name": "Jane", "email": "jane@example.com"},
    "email_added": {"first_name": "Jane", "email": "jane@example.com"},
    "email_removed": {"first_name": "Jane", "email": "jane@example.com"},
    "primary_email_changed": {"first_name": "Jane", "email": "jane@example.com"},
    "export_ready": {"first_name": "Jane", "link": LINK, "until": START},
    "erasure_asked": {"first_name": "Jane"},
    "erasure_withdrawn": {"first_name": "Jane"},
    "erasure_refused": {"first_name": "Jane", "answer": "An appeal is not decided yet."},
    "erasure_done": {"first_name": "Jane"},
    "passkey_added": {"first_name": "Jane", "name": "Chrome on Android", "at": START},
    "passkey_removed": {"first_name": "Jane", "name": "Chrome on Android", "at": START},
    "two_step_on": {"first_name": "Jane", "at": START},
    "two_step_off": {"first_name": "Jane", "at": START},
    "recovery_code_used": {"first_name": "Jane", "left": 9},
    "account_locked": {"first_name": "Jane", "by_staff": False},
    "staff_invited": {"first_name": "Olwen"},
    "certificate_ready": {"first_name": "Jane", "titles": TITLES, "registered": False},
    "connection_request": {
        "name": "Tracy Trent",
        "learner": "Jane Doe",
        "until": START.date(),
        "purpose": "An interview",
        "link": LINK,
    },
    "learner_request": {
        "first_name": "Jane",
        "third_party": "Tracy Trent",
        "email": "tracy@example.org",
        "until": START.date(),
        "purpose": "",
    },
    "share_accepted": {"first_name": "Jane", "third_party": "Tracy", "until": START.date()},
    "share_rejected": {"first_name": "Jane", "third_party": "Tracy"},
    "share_opened": {"first_name": "Jane", "third_party": "Tracy", "document": "Certificate"},
    "share_ending": {"first_name": "Jane", "third_party": "Tracy", "until": START.date()},
    "share_ended": {"first_name": "Jane", "third_party": "Tracy"},
    "share_withdrawn": {"first_name": "Jane", "third_party": "Tracy"},
    "extension_wish": {
        "first_name": "Jane",
        "third_party": "Tracy",
        "until": START.date(),
        "reason": "The interview was moved",
    },
    "sign_in_code": {"code": "042917"},
    "issue_report": {
        "number": 12,
        "reason": "Wrong name",
        "description": "My name is Siân.\nPlease put the accent on.",
        "name": "Jane Doe",
        "email": "jane@example.org",
        "enrolment_number": "TA-100001",
        "title": "Jane Doe - Diploma in Adult Care (10643835-01-3DCE7K)",
    },
    "report_answered": {
        "first_name": "Jane",
        "qualification": "Diploma in Adult Care",
        "answer": "We have made a new certificate.\nIt is among your documents.",
        "place": "/documents/10643835-01-3DCE7K",
    },
    "access_news": {
        "name": "Tracy",
        "learner": "Jane Doe",
        "heading": "You have access until 3 Feb 2027",
        "says": "This is about the connection with Jane Doe.",
    },
    "order_placed": {
        **ORDER,
        "lines": LINES,
        "total": 3999,
        "bank_details": "Teifi Awards\nSort code 12-34-56\nAccount 12345678",
        "at_collection": False,
    },
    "order_paid": {
        **ORDER,
        "lines": LINES,
        "total": 3999,
        "delivery": "Courier (UK)",
        "has_invoice": True,
    },
    "payment_reminder": {**ORDER, "total": 3999, "until": START.date()},
    "order_dispatched": {
        "first_name": "Jane",
        "number": "12345678",
        "delivery": "Courier (UK)",
        "address": "Jane Doe\n40 Melrose Avenue\nCardiff\nCF3 5EA\nUnited Kingdom",
        "tracking": "AB123456789GB",
    },
    "order_refunded": {
        **ORDER,
        "amount": 3999,
        "in_vain": True,
        "has_credit_note": True,
    },
    "order_cancelled": {"first_name": "Jane", "number": "1", "expired": False, "paid": True},
    "deployment_alert": {"names": ["jobs_dead", "disk_low"]},
    "staff_payment": {"number": "12345678", "says": "The bank disputes it."},
}
