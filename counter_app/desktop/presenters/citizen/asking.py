"""The rating as the citizen sees it: one question, big answers."""

from __future__ import annotations

from counter_app.desktop.presenters.citizen.state import Asking, BigChoice, Mood
from counter_app.desktop.presenters.rating.round import RatingRound
from counter_app.i18n import tr

_MOODS = {2: (Mood.BAD, Mood.GOOD), 3: (Mood.BAD, Mood.FAIR, Mood.GOOD)}


def asking(round_: RatingRound, *, touch: bool) -> Asking | None:
    """Return what is asked now; None when nothing is, or a slip is being read.

    Without a touch screen the citizen says the answer and the officer types it.
    """
    filling = round_.filling
    if filling is None or round_.reads_slips:
        return None
    form, asked = filling.form, filling.question
    how = tr("Xin chạm vào câu trả lời.") if touch else tr("Xin nói câu trả lời với cán bộ.")
    note = tr("Không bắt buộc, tự đóng sau {seconds} giây.").format(seconds=round_.left)
    if asked is None:
        return Asking(
            progress=tr("Cảm ơn ông/bà."),
            question=tr("Vì điều gì, thưa ông/bà?"),
            choices=tuple(
                BigChoice(str(place), reason, chosen=place in filling.reasons)
                for place, reason in enumerate(form.reasons)
            ),
            note=note,
            finish=tr("Xong") if touch else "",
            several=True,
        )
    moods = _MOODS.get(len(asked.grades), (Mood.PLAIN,) * len(asked.grades))
    at, count = len(filling.scores) + 1, len(form.indices)
    return Asking(
        progress=how
        if count == 1
        else tr("Câu {at} trong {count}. {how}").format(at=at, count=count, how=how),
        question=asked.question,
        choices=tuple(
            BigChoice(str(points), words, moods[points])
            for points, words in reversed(tuple(enumerate(asked.grades)))
        ),
        note=note,
    )
