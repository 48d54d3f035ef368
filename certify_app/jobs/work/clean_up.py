"""Periodic work that notes and forgets what is over; see `schedule.py` for how often."""

from __future__ import annotations

from importlib import import_module

from certify_app.domain.jobs.claim_job import Claim
from certify_app.domain.jobs.finish_job import Effect
from certify_app.jobs.registry import job

ACCOUNTS = "certify_app.domain.accounts.delete_expired"
CONNECTIONS = "certify_app.domain.connections.expire_connections"
USE_CASES = {
    "give_back_grants": "certify_app.domain.documents.give_back_grants",
    "delete_ended_sessions": ACCOUNTS,
    "delete_expired_links": ACCOUNTS,
    "delete_old_registrations": ACCOUNTS,
    "delete_forgotten_tries": ACCOUNTS,
    "delete_rate_counts": ACCOUNTS,
    "delete_half_logins": "certify_app.domain.second_step.half_logins",
    "delete_old_sign_ins": "certify_app.domain.sign_ins.record_sign_in",
    "delete_passkey_challenges": "certify_app.domain.passkeys.challenges",
    "delete_sign_in_codes": "certify_app.domain.third_parties.delete_sign_in_codes",
    "expire_connections": CONNECTIONS,
    "warn_of_ends": CONNECTIONS,
    "delete_old_exports": "certify_app.domain.own_data.export_data",
    "blank_old_mails": "certify_app.domain.messages.blank_old_mails",
    "prune_view_copies": "certify_app.domain.documents.prune_view_copies",
    "seal_audit_log": "certify_app.domain.audit.seal_log",
    "delete_old_jobs": "certify_app.domain.jobs.delete_old_jobs",
    "watch_deployment": "certify_app.domain.watch.watch",
    "forget_old_replies": "certify_app.domain.api_replies.keep_reply",
    "forget_old_deliveries": "certify_app.domain.webhooks.deliveries",
}
"""Job name to module; the use case in it has the job's name and takes a session."""


def run_use_case(claim: Claim) -> Effect:
    effect: Effect = getattr(import_module(USE_CASES[claim.name]), claim.name)
    return effect


for _name in USE_CASES:
    job(_name)(run_use_case)
