"""What one check of this machine found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from counter_app.domain.errors import CounterError
from counter_app.wording.sentences import halves


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: `ok`, what there is, and the next step when it isn't right.

    `code` is the stable code of a failure, "" for none. `stays_here`: the words may name a person
    or a folder of a person, so a support bundle leaves them out.
    """

    what: str
    ok: bool
    found: str
    next: str = ""
    code: str = field(default="", compare=False)
    stays_here: bool = field(default=False, compare=False)


def failed(what: str, error: CounterError) -> Finding:
    """Return the finding of a check that ended with `error`, in the words of that error."""
    found, step = halves(error)
    return Finding(what, ok=False, found=found, next=step, code=error.code, stays_here=True)


def guarded(what: str, check: Callable[[], Finding]) -> Finding:
    """Return what `check` finds, or its failure."""
    try:
        return check()
    except CounterError as error:
        return failed(what, error)
