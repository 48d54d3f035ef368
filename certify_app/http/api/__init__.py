"""The API at /api/v1: one module for each resource, each a list of operations."""
