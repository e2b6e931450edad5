"""An open home as its checks and the support bundle need it, for the window and the commands."""

from __future__ import annotations

from functools import partial

from counter_app.app.home import Home
from counter_app.services.counter.workplace import Workplace
from counter_app.services.support.bundle import Bundle, bundle_of
from counter_app.services.support.finding import Finding
from counter_app.services.support.home_checks import Ground, Reached, home_checks, server_checks
from counter_app.services.support.kept_key import kept_support_key
from counter_app.services.support.machine_checks import machine_checks
from counter_app.sync.clock import offset_of


def ground_of(home: Home, place: Workplace | None = None) -> Ground:
    """Return what the checks of `home` stand on; `place` where one is made already.

    Raises NotEnrolledError.
    """
    return Ground(home.folders, place or home.workplace(), home.files, partial(_reached, home))


def local_findings(ground: Ground) -> tuple[Finding, ...]:
    """Return what is found without asking the server."""
    return (*machine_checks(), *home_checks(ground))


def whole_bundle(home: Home, ground: Ground) -> Bundle:
    """Return the support bundle of an open home; the server isn't asked for it."""
    found = local_findings(ground)
    return bundle_of(home.folders, home.settings, found, ground.today(), ground.place)


def support_key(ground: Ground) -> str:
    """Return the province's support key (base64), "" where it sent none."""
    policy = ground.place.reference.policy
    return policy.support_key or kept_support_key(ground.folders.home)


def all_findings(ground: Ground) -> tuple[Finding, ...]:
    """Return every finding, the server's last."""
    return (*local_findings(ground), *server_checks(ground))


def _reached(home: Home) -> Reached:
    gateway = home.gateway()
    try:
        gateway.ping()
        heard = gateway.heard
        if heard is None:
            return Reached(gateway.host)
        offset = offset_of(heard)
        return Reached(gateway.host, offset.difference, offset.is_yellow)
    finally:
        gateway.close()
