"""What is said of a paper that nobody will be asked about again: what became of it, not its name.

Such a paper isn't in the list of unconfirmed ones: who has none in the hand prints it again.
"""

from __future__ import annotations

from counter_app.desktop.notice import Notice, NoticeKind
from counter_app.desktop.printing.outcome import PrintKind, PrintOutcome
from counter_app.i18n import tr

_WEIGHTS = {PrintKind.DONE: NoticeKind.OK, PrintKind.FILE: NoticeKind.INFO}


def printed_notice(outcome: PrintOutcome) -> Notice:
    """Return how a print ended, the paper's name within the sentence."""
    if outcome.kind is PrintKind.UNCONFIRMED:
        words = tr("Chưa xác nhận in {title}.").format(title=outcome.title)
        return Notice(words, tr("Chưa có giấy thì in lại."), NoticeKind.WARN, "print")
    weight = _WEIGHTS.get(outcome.kind, NoticeKind.WARN)
    return Notice(outcome.words, "", weight, "print")
