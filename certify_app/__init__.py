"""Certify: digital certificates for an awarding body."""
