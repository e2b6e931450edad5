"""The check of this machine and the support bundle, over the home that is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from counter_app.app.home import Home
from counter_app.app.supporting.ground import (
    ground_of,
    local_findings,
    support_key,
    whole_bundle,
)
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.checking.bundle_page import BundleActs, BundlePresenter
from counter_app.desktop.presenters.checking.checks_page import ChecksActs, ChecksPresenter
from counter_app.desktop.screens.checking.bundle_page import BundlePage
from counter_app.desktop.screens.checking.checks_page import ChecksPage
from counter_app.desktop.screens.data_state.drives import drives
from counter_app.desktop.theme.look import Look
from counter_app.services.support.home_checks import server_checks
from counter_app.services.support.sealed_bundle import public_key, save


def checks_page(look: Look, desk: Desk, home: Home, open_bundle: Callable[[], None]) -> ChecksPage:
    """Return the page Kiểm tra máy."""
    ground = ground_of(home, desk.workplace)
    acts = ChecksActs(
        local=partial(local_findings, ground),
        server=lambda: tuple(server_checks(ground)),
        bundle=open_bundle,
        notify=desk.notify,
    )
    return ChecksPage(look, lambda view: ChecksPresenter(view, desk.jobs, acts))


def bundle_page(look: Look, desk: Desk, home: Home) -> BundlePage:
    """Return the page Gói hỗ trợ."""
    ground = ground_of(home, desk.workplace)
    key = support_key(ground)
    acts = BundleActs(
        read=lambda: whole_bundle(home, ground),
        places=lambda: drives(home.folders.store_file),
        save=lambda bundle, folder: save(bundle, public_key(key), folder),
        has_key=bool(key),
        notify=desk.notify,
    )
    return BundlePage(look, lambda view: BundlePresenter(view, desk.jobs, acts))
