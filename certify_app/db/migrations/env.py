"""Alembic's entry: runs on the connection that `certify_app.db.migrate` hands over."""

from __future__ import annotations

from alembic import context

from certify_app.db.tables import schema

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=schema,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=False,
)
with context.begin_transaction():
    context.run_migrations()
