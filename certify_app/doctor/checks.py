"""Every check, in the order in which they are told."""

from __future__ import annotations

from certify_app.doctor import data_checks, outside_checks, settings_checks
from certify_app.doctor.finding import Check

CHECKS: dict[str, Check] = {
    "secret": settings_checks.check_secret,
    "public address": settings_checks.check_address,
    "demo": settings_checks.check_demo,
    "pages": settings_checks.check_pages,
    "database": data_checks.check_database,
    "data folder": data_checks.check_folder,
    "standing": data_checks.check_standing,
    "backup": data_checks.check_backup,
    "clock": data_checks.check_clock,
    "people": data_checks.check_people,
    "mail": outside_checks.check_mail,
    "payment": outside_checks.check_stripe,
    "redis": outside_checks.check_redis,
    "own address": outside_checks.check_own_address,
}
