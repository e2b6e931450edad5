"""What a failed call means for the waiting, and how it is written beside an entry."""

from __future__ import annotations

import json

from counter_app.contract.problem import WireProblem
from counter_app.domain.errors.wire import (
    Fault,
    ForeignRedirectError,
    NotJsonError,
    ThrottledError,
    WireError,
)
from counter_app.domain.retry import Trouble


def trouble_of(error: WireError) -> Trouble:
    """Return whom the failure is about.

    A page of a Wi-Fi or a foreign redirect came from somebody else than our server: asking again
    soon burdens nobody, and after the log-in the queue goes at once.
    """
    if error.holds:
        return Trouble.HELD
    if isinstance(error, NotJsonError | ForeignRedirectError):
        return Trouble.NOBODY
    if error.fault is Fault.TRANSPORT and not error.may_have_arrived:
        return Trouble.NOBODY
    return Trouble.SERVER


def ordered_wait(error: WireError) -> float | None:
    """Return the seconds that the server ordered, None when it ordered nothing."""
    if isinstance(error, ThrottledError) and error.retry_after is not None:
        return float(error.retry_after)
    return None


def ends_round(error: WireError) -> bool:
    """Return whether nothing else needs to be tried in this round."""
    return error.fault is not Fault.ASKED


def failure_text(error: WireError) -> str:
    """Return an error as it is kept beside an entry: JSON `{"type": code}`."""
    return _text({"type": error.code})


def problem_text(problem: WireProblem | None, otherwise: str) -> str:
    """Return the server's problem as it is kept beside an entry.

    JSON `{"type", "title", "detail", "errors": [{"pointer", "code"}], …}`, empty parts left out;
    `otherwise` is the type when the server gave no problem.
    """
    if problem is None:
        return _text({"type": otherwise})
    return problem.model_dump_json(exclude_defaults=True)


def _text(plain: dict[str, str]) -> str:
    return json.dumps(plain, ensure_ascii=False)
