"""Migrations of the store: Alembic, from the first revision on."""
