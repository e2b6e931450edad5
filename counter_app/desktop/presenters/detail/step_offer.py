"""A further step as the page of a dossier offers it: by a button, and some by a key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counter_app.desktop.commands import Command
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.i18n import tr


def _always(_: Dossier) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class StepOffer:
    """One step. `text` is Vietnamese, shown through `tr`; `keys` stand on its button.

    It is offered while an act of `kind` wouldn't be false and `when` says so. `command` opens it;
    of several with one command the first that is offered. `leads`: it is the page's next act then.
    """

    name: str
    text: str
    icon: str
    kind: Kind
    command: Command | None = None
    keys: str = ""
    when: Callable[[Dossier], bool] = _always
    leads: Callable[[Dossier], str] | None = None
    """Returns the sentence over the next act's button; None: it never is the next act."""

    @property
    def shown(self) -> str:
        """Return the words of its button."""
        return tr(self.text)


def offered(
    offers: tuple[StepOffer, ...], dossier: Dossier, can: frozenset[Kind]
) -> tuple[StepOffer, ...]:
    """Return the steps that can be taken now; a key stands only where it acts."""
    return tuple(each for each in offers if each.kind in can and each.when(dossier))
