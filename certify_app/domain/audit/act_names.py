"""What staff read for an act in the log; one without words here is shown by its code."""

from __future__ import annotations

from certify_app.locales import N_, _

NAMES = {
    "account_locked": N_("Locked the account"),
    "account_unlocked": N_("Unlocked the account"),
    "administrator_created": N_("Created the first administrator"),
    "award_issued": N_("Issued the award"),
    "award_revoked": N_("Revoked the award"),
    "award_superseded": N_("Replaced the award"),
    "learner_edited": N_("Changed the record"),
    "list_exported": N_("Exported a list"),
    "logins_ended": N_("Ended all logins"),
    "registration_completed": N_("Completed the registration"),
    "registration_refused": N_("Refused the registration"),
    "role_changed": N_("Changed a role"),
    "staff_invited": N_("Invited staff"),
    "staff_removed": N_("Removed staff"),
    "verification_sent_again": N_("Sent the link to verify the email again"),
}


def act_name(act: str) -> str:
    return _(NAMES.get(act, act.replace("_", " ").capitalize()))
