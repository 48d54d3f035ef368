"""Notices to the awarding body's own systems; docs/api/webhooks.md."""
