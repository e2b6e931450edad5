"""What an empty list says: what was looked for, and how to look wider."""

from __future__ import annotations

from counter_app.desktop.presenters.dossiers.drop_downs import counters_menu, days_menu
from counter_app.desktop.presenters.dossiers.list_state import Empty, EmptyAct
from counter_app.desktop.presenters.dossiers.queue_words import QUEUES
from counter_app.domain.centre import Counter
from counter_app.domain.errors import CounterError
from counter_app.i18n import tr
from counter_app.services.dossiers.lists import ListQuestion, Queue
from counter_app.wording.sentences import sentence


def nothing(question: ListQuestion, counters: tuple[Counter, ...]) -> Empty:
    """Return what stands in place of the rows of `question`."""
    narrowed = question.days is not None or bool(question.counter)
    words = QUEUES[question.queue]
    if not question.typed and not narrowed:
        if question.queue in (Queue.OPEN, Queue.ALL):
            return Empty(
                words.icon, tr(words.empty), tr("Tiếp nhận hồ sơ mới"), "F2", EmptyAct.RECEIVE
            )
        return Empty(words.icon, tr(words.empty))
    where = ", ".join(_where(question, counters))
    if question.typed:
        said = tr("Không có hồ sơ nào khớp “{typed}” ({where}).").format(
            typed=question.typed, where=where
        )
    else:
        said = tr("Không có hồ sơ nào ({where}).").format(where=where)
    if question.queue is Queue.ALL and not narrowed:
        advice = tr("Gõ ít chữ hơn, hoặc số định danh, số điện thoại.")
        return Empty("search", f"{said} {advice}")
    return Empty("search", said, tr("Tìm trong mọi hồ sơ"), "Enter", EmptyAct.WIDEN)


def refusal(error: CounterError) -> Empty:
    """The code is foreign or unknown here, or the store couldn't answer."""
    return Empty("info", sentence(error))


def _where(question: ListQuestion, counters: tuple[Counter, ...]) -> list[str]:
    parts = [tr(QUEUES[question.queue].name)]
    if question.days is not None:
        parts.append(days_menu(question).text)
    if question.counter:
        parts.append(counters_menu(counters, question).text)
    return [parts[0], *(part[:1].lower() + part[1:] for part in parts[1:])]
