"""Every kind of mail, by the name it is sent and stored under.

A letter's keyword arguments are what `send_mail` must be given for it.
"""

from __future__ import annotations

from collections.abc import Callable

from certify_app.domain.messages.letter import Letter
from certify_app.domain.messages.letters import (
    awards,
    connections,
    deployment,
    orders,
    own_data,
    passkeys,
    registration,
    reports,
    second_step,
    security,
    staff,
    third_parties,
)

KINDS: dict[str, Callable[..., Letter]] = {
    letter.__name__: letter
    for letter in (
        registration.verify_email,
        registration.already_registered,
        registration.registration_waiting,
        registration.registration_approved,
        registration.registration_refused,
        registration.staff_new_registration,
        security.reset_password,
        security.password_changed,
        security.new_sign_in,
        security.account_locked,
        security.confirm_email,
        security.email_change_asked,
        security.email_changed,
        security.email_add_asked,
        security.email_added,
        security.email_removed,
        security.primary_email_changed,
        passkeys.passkey_added,
        passkeys.passkey_removed,
        second_step.two_step_on,
        second_step.two_step_off,
        second_step.recovery_code_used,
        awards.certificate_ready,
        connections.connection_request,
        connections.learner_request,
        connections.share_accepted,
        connections.share_rejected,
        connections.share_opened,
        connections.share_ending,
        connections.share_ended,
        connections.share_withdrawn,
        connections.extension_wish,
        connections.access_news,
        third_parties.sign_in_code,
        orders.order_placed,
        orders.order_paid,
        orders.payment_reminder,
        orders.order_dispatched,
        orders.order_refunded,
        orders.order_cancelled,
        orders.staff_payment,
        own_data.export_ready,
        own_data.erasure_asked,
        own_data.erasure_withdrawn,
        own_data.erasure_refused,
        own_data.erasure_done,
        reports.issue_report,
        reports.report_answered,
        deployment.deployment_alert,
        staff.staff_invited,
    )
}
