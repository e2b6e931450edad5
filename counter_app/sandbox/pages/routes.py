"""All pages as one router."""

from __future__ import annotations

from fastapi import APIRouter

from counter_app.sandbox.pages import login
from counter_app.sandbox.pages.admin import (
    accounts_page,
    codes_page,
    devices_page,
    lists_pages,
    numbers_page,
    removals_page,
    updates_page,
)
from counter_app.sandbox.pages.clerk import dossiers_page, other_pages

router = APIRouter()
for each in (
    login,
    devices_page,
    codes_page,
    numbers_page,
    lists_pages,
    removals_page,
    updates_page,
    accounts_page,
    dossiers_page,
    other_pages,
):
    router.include_router(each.router)
