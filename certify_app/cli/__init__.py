"""The `certify` command: one module for each command, see main.py."""
