"""Alembic's way in; run by it, never imported. The connection comes from `migrations.upgrade`."""

from alembic import context

from communique.record.store.schema import metadata

# transactional_ddl: SQLite can, though Alembic does not count on it; a migration is done whole or not at all
context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
