"""The next act of a dossier, and the buttons of the steps beside it."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.desktop.presenters.detail.detail_state import OtherButton
from counter_app.desktop.presenters.detail.step_offer import StepOffer
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.i18n import tr


@dataclass(frozen=True, slots=True)
class Proceed:
    """The filled button: `step` is what it opens, "" the return of the result."""

    text: str = ""
    reason: str = ""
    step: str = ""
    icon: str = "out"
    keys: str = "F8"


def proceed_of(dossier: Dossier, can: frozenset[Kind], steps: tuple[StepOffer, ...]) -> Proceed:
    """Return what is due from here; nothing while the agency works."""
    returns = Kind.RETURNED in can
    if dossier.result_is_here:
        text = tr("Trả kết quả") if returns else ""
        return Proceed(text, tr("Kết quả đã về quầy, công dân có thể nhận."))
    if dossier.status is Status.FINISHED:
        text = tr("Nhận kết quả về và trả") if returns else ""
        return Proceed(text, tr("Cơ quan đã giải quyết, quầy chưa ghi nhận kết quả về."))
    for offer in steps:
        reason = offer.leads(dossier) if offer.leads is not None else ""
        if reason:
            return Proceed(offer.shown, reason, offer.name, offer.icon, offer.keys)
    return Proceed()


def step_buttons(steps: tuple[StepOffer, ...], leading: str) -> tuple[OtherButton, ...]:
    """Return the steps' buttons but the next act's; a key stands only where it acts."""
    taken = {each.keys for each in steps if each.name == leading}
    buttons = []
    for offer in steps:
        if offer.name == leading:
            continue
        keys = "" if offer.keys in taken else offer.keys
        taken.add(offer.keys)
        buttons.append(OtherButton(offer.name, offer.shown, offer.icon, keys))
    return tuple(buttons)


def in_order(
    steps: tuple[OtherButton, ...], dialogs: tuple[OtherButton, ...]
) -> tuple[OtherButton, ...]:
    """Return all buttons: those with a key, the small dialogs, then the rarer steps."""
    keyed = tuple(each for each in steps if each.keys)
    rest = tuple(each for each in steps if not each.keys)
    return (*keyed, *dialogs, *rest)
