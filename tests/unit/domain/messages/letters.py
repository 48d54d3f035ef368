"""Parameters with which every kind of mail can be written."""

from __future__ import annotations

from typing import Any

from tests.clock import START

LINK = "https://certificates.example.org/verify-email?token=3q2-7wAbC_dEfGhIjKlMnOpQrStUvWxYz012345"
TITLES = ["Diploma in Adult Care", "Award in Welding"]
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
    "account_locked": {"first_name": "Jane", "by_staff": False},
    "certificate_ready": {"first_name": "Jane", "titles": TITLES, "registered": False},
}
