"""Every HTTP route that is not a page, in one list. To add one: add its module's ROUTES."""

from certify_app.gate.routes import GuardedRoute
from certify_app.http import (
    badges,
    brand,
    demo_mailbox,
    documents,
    health,
    login,
    mail_links,
    offline,
    verify,
)

ROUTES: list[GuardedRoute] = [
    *badges.ROUTES,
    *brand.ROUTES,
    *demo_mailbox.ROUTES,
    *documents.ROUTES,
    *health.ROUTES,
    *login.ROUTES,
    *mail_links.ROUTES,
    *offline.ROUTES,
    *verify.ROUTES,
]
