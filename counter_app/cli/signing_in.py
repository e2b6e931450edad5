"""A person logs in at the command line: for commands that only some officers may give."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counter_app.app.home import Home
    from counter_app.services.counter.workplace import Session, Workplace

SUPERVISOR = "người phụ trách"


def signed_in(home: Home, place: Workplace, officer: str, who: str = SUPERVISOR) -> Session:
    """Ask for the password of `officer`, called `who` in the question, and log them in.

    With a line the province is asked, without one this machine. Raises what logging in raises.
    """
    import getpass

    from counter_app.services.counter.login import log_in

    password = getpass.getpass(f"Mật khẩu của {who}: ")
    gateway = home.gateway()
    try:
        return log_in(place, gateway, officer, password)
    finally:
        gateway.close()
