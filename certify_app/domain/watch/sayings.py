"""What each kind of trouble is told as."""

from __future__ import annotations

from certify_app.locales import N_

SAYS = {
    "jobs_dead": N_("Work has failed and is not tried again: run certify doctor, then retry it."),
    "jobs_late": N_("Work waits that should be done: see that a worker runs."),
    "mails_failed": N_("Emails could not be delivered: look at the mails that failed."),
    "disk_low": N_("The disk is nearly full: make room, or nothing more can be saved."),
    "backup_old": N_("The last backup is more than 36 hours old: see that backups run."),
}
"""By name; the mail gives the sentences of all that is wrong."""
