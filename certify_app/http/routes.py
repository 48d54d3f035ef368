"""Every HTTP route that is not a page, in one list. To add one: add its module's ROUTES."""

from certify_app.gate.routes import GuardedRoute
from certify_app.http import (
    badges,
    brand,
    console_export,
    demo_mailbox,
    demo_payment,
    documents,
    health,
    invoices,
    login,
    login_code,
    mail_links,
    metrics,
    offline,
    own_data,
    passkeys,
    payments,
    photo,
    stripe_webhook,
    third_party_entry,
    third_party_files,
    verify,
)
from certify_app.http.api import routes as api

ROUTES: list[GuardedRoute] = [
    *verify.ROUTES,  # first: the most asked for, and routes are tried in turn
    *badges.ROUTES,
    *brand.ROUTES,
    *console_export.ROUTES,
    *demo_mailbox.ROUTES,
    *demo_payment.ROUTES,
    *documents.ROUTES,
    *health.ROUTES,
    *invoices.ROUTES,
    *login.ROUTES,
    *login_code.ROUTES,
    *mail_links.ROUTES,
    *metrics.ROUTES,
    *offline.ROUTES,
    *own_data.ROUTES,
    *passkeys.ROUTES,
    *payments.ROUTES,
    *photo.ROUTES,
    *stripe_webhook.ROUTES,
    *third_party_entry.ROUTES,
    *third_party_files.ROUTES,
    *api.ROUTES,
]
