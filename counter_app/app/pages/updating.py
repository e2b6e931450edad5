"""The page Cập nhật, over the home that is open."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.app.home import Home
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.updating.updates_page import UpdatesActs, UpdatesPresenter
from counter_app.desktop.screens.updating.updates_page import UpdatesPage
from counter_app.desktop.theme.look import Look
from counter_app.services.updates.standing import apply_now, go_back_now, may_update, standing
from counter_app.services.updates.wiring import needs_administrator


def updates_page(look: Look, desk: Desk, home: Home, open_forms: Callable[[], int]) -> UpdatesPage:
    """Return the page; `open_forms` tells how many dossiers this officer has under way."""
    place, session = desk.workplace, desk.session

    def officer(identifier: str) -> str:
        found = (each for each in place.reference.officers.officers if each.id == identifier)
        return next((each.name for each in found), identifier)

    acts = UpdatesActs(
        read=lambda: standing(home.updates(), place, by_administrator=needs_administrator()),
        install=lambda files, forms: apply_now(home.updates(), place, session, files, forms),
        go_back=lambda: go_back_now(home.updates(), place, session),
        open_forms=open_forms,
        others_forms=lambda: desk.drafts.others(session.officer.id),
        officer=officer,
        may_update=may_update(place, session),
        notify=desk.notify,
    )
    return UpdatesPage(look, lambda view: UpdatesPresenter(view, desk.jobs, acts))
