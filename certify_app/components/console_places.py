"""Where the console leads: its groups, and what a role must be allowed to see each place.

A place shows once its page is in pages/listed.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from certify_app.components.places import Place
from certify_app.domain.acts import Act
from certify_app.locales import N_


@dataclass(frozen=True)
class ConsolePlace(Place):
    act: Act


OVERVIEW = ConsolePlace("/console", N_("Overview"), "layout-dashboard", Act.SEE_CONSOLE)
GROUPS: tuple[tuple[str, tuple[ConsolePlace, ...]], ...] = (
    ("", (OVERVIEW,)),
    (
        N_("People"),
        (
            ConsolePlace("/console/learners", N_("Learners"), "users-round", Act.SEE_LEARNERS),
            ConsolePlace(
                "/console/registrations",
                N_("Registrations"),
                "user-round-check",
                Act.SEE_LEARNERS,
            ),
            ConsolePlace("/console/connections", N_("Connections"), "share-2", Act.SEE_DESK),
            ConsolePlace("/console/third-parties", N_("Third parties"), "handshake", Act.SEE_DESK),
            ConsolePlace(
                "/console/organisations", N_("Organisations"), "building-2", Act.SEE_LEARNERS
            ),
            ConsolePlace("/console/staff", N_("Staff"), "id-card", Act.SEE_STAFF),
        ),
    ),
    (
        N_("Awards"),
        (
            ConsolePlace("/console/awards", N_("Awards"), "award", Act.SEE_AWARDS),
            ConsolePlace(
                "/console/qualifications",
                N_("Qualifications"),
                "graduation-cap",
                Act.SEE_AWARDS,
            ),
            ConsolePlace("/console/designs", N_("Designs"), "palette", Act.CHANGE_DESIGNS),
            ConsolePlace("/console/import", N_("Import"), "upload", Act.IMPORT),
        ),
    ),
    (
        N_("Shop"),
        (
            ConsolePlace("/console/orders", N_("Orders"), "package", Act.SEE_ORDERS),
            ConsolePlace("/console/products", N_("Products"), "tag", Act.SEE_ORDERS),
            ConsolePlace("/console/delivery", N_("Delivery"), "truck", Act.SEE_ORDERS),
        ),
    ),
    (
        N_("Desk"),
        (
            ConsolePlace("/console/reports", N_("Issue reports"), "flag", Act.SEE_DESK),
            ConsolePlace("/console/fraud", N_("Fraud reports"), "shield-alert", Act.SEE_DESK),
            ConsolePlace("/console/requests", N_("Requests"), "inbox", Act.SEE_DESK),
        ),
    ),
    (
        N_("System"),
        (
            ConsolePlace("/console/mails", N_("Mails"), "mail", Act.SEE_MAILS),
            ConsolePlace("/console/audit", N_("Audit log"), "scroll-text", Act.SEE_AUDIT),
            ConsolePlace("/console/rules", N_("Rules"), "scale", Act.CHANGE_SETTINGS),
            ConsolePlace("/console/branding", N_("Branding"), "paintbrush", Act.CHANGE_SETTINGS),
            ConsolePlace("/console/pages", N_("Pages"), "file-text", Act.CHANGE_SETTINGS),
            ConsolePlace("/console/api-keys", N_("API keys"), "key-round", Act.CHANGE_SETTINGS),
            ConsolePlace("/console/maintenance", N_("Maintenance"), "wrench", Act.CHANGE_SETTINGS),
        ),
    ),
)
