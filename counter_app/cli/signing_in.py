"""A person logs in at the command line: for commands that only some officers may give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.cli.terminal import secret

if TYPE_CHECKING:
    from counter_app.app.home import Home
    from counter_app.domain.officers.roles import Act
    from counter_app.services.counter.workplace import Session, Workplace

SUPERVISOR = "người phụ trách"


def signed_in(
    home: Home,
    place: Workplace,
    officer: str,
    command: str,
    who: str = SUPERVISOR,
    *,
    act: Act | None = None,
) -> Session:
    """Ask for the password of `officer`, called `who` in the question, and log them in.

    They must be allowed the act of `command`, or `act` where the command needs a second person.
    With a line the province is asked, without one this machine. Raises what logging in raises, and
    NotPermittedError.
    """
    from counter_app.domain.officers.entrances import COMMANDS
    from counter_app.services.officers.permits import require
    from counter_app.services.signing_in.login import log_in

    password = secret(f"Mật khẩu của {who}: ")
    gateway = home.gateway()
    try:
        session = log_in(place, gateway, officer, password, compare=home.compare_heard)
    finally:
        gateway.close()
    needed = act or COMMANDS[command]
    assert needed is not None, "nobody logs in for this command"
    require(place, session, needed)
    return session
