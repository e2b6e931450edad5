"""Follows one lesson: says what comes next, sees what was done, goes on by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from counter_app.desktop.presenters.training.state import (
    LESSONS_KEY,
    NEXT_KEY,
    LessonRow,
    Place,
    Progress,
    StripState,
)
from counter_app.domain.training.lesson import (
    Lesson,
    LineAct,
    Seen,
    Sign,
    Step,
    holds,
    overtaken,
    parsed,
)
from counter_app.i18n import tr


class StripView(Protocol):
    """What shows the strip."""

    def present(self, state: StripState) -> None:
        """Show `state`."""


class LessonPlayer:
    """Decides what the strip says. `keep` keeps the progress, `line` cuts and mends the line.

    `officer` and `password` are said wherever somebody has to log in. `seen` is told again and
    again; nothing here waits or counts time.
    """

    def __init__(
        self,
        view: StripView,
        lessons: Sequence[Lesson],
        progress: Progress,
        keep: Callable[[Progress], None],
        line: Callable[[LineAct], None],
        *,
        officer: str,
        password: str,
    ) -> None:
        self._view, self._lessons = view, {each.id: each for each in lessons}
        self._keep, self._line = keep, line
        self._officer, self._password = officer, password
        self.progress = progress
        self._seen = Seen()
        self._aside = ""
        self._passing = False  # `_aside` is true only while its detour holds
        self._over = ""
        self._shown: StripState | None = None
        self._apply_line()
        self._show()

    # What the officer asks for.

    def rows(self) -> tuple[LessonRow, ...]:
        """Return the list of lessons."""
        return tuple(
            LessonRow(each.id, each.title, each.about, self._stand(each))
            for each in self._lessons.values()
        )

    def choose(self, lesson: str) -> None:
        """Begin a lesson, or go on where it was left; the acts from now on count."""
        chosen = self._lessons[lesson]
        kept = self.progress.places.get(lesson)
        place = kept or Place(chosen.steps[0].id, self._last())
        self._aside = self._over = ""
        self._go(chosen, place)
        self.seen(self._seen)

    def leave(self) -> None:
        """Leave the lesson; where it was is kept, and the line is whole again."""
        if self.progress.current:
            self._over = tr("Đã rời bài. {key} để làm tiếp từ bước đang dở.").format(
                key=LESSONS_KEY
            )
            self._set(self.progress.left())
            self._aside = ""
            self._line(LineAct.MEND)
            self._show()

    def read(self) -> None:
        """The officer has read the words of a step that is nothing but words."""
        step = self.step
        if step is not None and parsed(step.done)[0] is Sign.READ:
            self._after(step, self._since())
            self.seen(self._seen)

    # What was seen.

    def seen(self, seen: Seen) -> None:
        """Take what can be seen now, and go on as far as it leads."""
        self._seen = seen
        while (step := self.step) is not None and self._moved(step):
            pass
        self._show()

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that is on."""
        return self._lessons.get(self.progress.current)

    @property
    def step(self) -> Step | None:
        """The step that is on."""
        lesson = self.lesson
        if lesson is None:
            return None
        return lesson.steps[lesson.place(self.progress.places[lesson.id].step)]

    def _moved(self, step: Step) -> bool:
        """Go on when the step is done; back when a detour says so. False when nothing moved."""
        lesson, since = self.lesson, self._since()
        assert lesson is not None
        if (upto := holds(step.done, self._seen, since)) is not None:
            self._after(step, upto)
            return True
        later = lesson.steps[lesson.place(step.id) + 1 :]
        if parsed(step.done)[0] is not Sign.READ and (ahead := overtaken(later, self._seen, since)):
            done, upto = ahead
            self._after(lesson.steps[lesson.place(done)], upto)
            return True
        for detour in step.detours:
            if (upto := holds(detour.when, self._seen, since)) is not None:
                self._aside, self._passing = detour.say, not detour.to
                if detour.to:
                    self._go(lesson, Place(detour.to, upto))
                    return True
                return False
        if self._passing:
            self._aside = ""
        return False

    def _after(self, step: Step, upto: int) -> None:
        lesson = self.lesson
        assert lesson is not None
        self._aside = ""
        place = lesson.place(step.id) + 1
        if place < len(lesson.steps):
            self._go(lesson, Place(lesson.steps[place].id, upto))
            return
        over = tr("Đã xong: {lesson}. {key} để chọn bài khác.")
        self._over = over.format(lesson=lesson.title, key=LESSONS_KEY)
        self._set(self.progress.finished(lesson.id))
        self._line(LineAct.MEND)

    def _go(self, lesson: Lesson, place: Place) -> None:
        self._set(self.progress.at(lesson.id, place))
        self._apply_line()

    def _set(self, progress: Progress) -> None:
        if progress != self.progress:
            self.progress = progress
            self._keep(progress)

    def _apply_line(self) -> None:
        lesson, step = self.lesson, self.step
        if lesson is not None and step is not None:
            self._line(lesson.line_at(lesson.place(step.id)))

    def _since(self) -> int:
        return self.progress.places[self.progress.current].since

    def _last(self) -> int:
        return self._seen.acts[-1][0] if self._seen.acts else 0

    # What is shown.

    def _show(self) -> None:
        state = self._state()
        if state != self._shown:
            self._shown = state
            self._view.present(state)

    def _state(self) -> StripState:
        lesson, step, sign_in = self.lesson, self.step, ""
        if self._seen.inside != "office":
            sign_in = tr("Tên đăng nhập {officer} · mật khẩu {password}").format(
                officer=self._officer, password=self._password
            )
        if lesson is None or step is None:
            done, all_ = len(self.progress.done), len(self._lessons)
            title = tr("Bài tập huấn: xong {done}/{all}").format(done=done, all=all_)
            usual = tr("Làm thử tùy ý, hoặc chọn một trong {all} bài.").format(all=all_)
            return StripState(title, self._over or usual, (LESSONS_KEY,), "", sign_in)
        number = lesson.place(step.id) + 1
        title = tr("Bước {number}/{all} · {lesson}").format(
            lesson=lesson.title, number=number, all=len(lesson.steps)
        )
        reads = parsed(step.done)[0] is Sign.READ
        keys = (*step.keys, NEXT_KEY) if reads else step.keys
        return StripState(title, step.say, keys, self._beside(step), sign_in, reads)

    def _beside(self, step: Step) -> str:
        """Return what was done instead, or where the officer has gone meanwhile."""
        if self._seen.inside == "locked":
            return tr("Màn hình đang khóa: gõ mật khẩu rồi Enter để làm tiếp.")
        away = step.page and self._seen.inside == "office" and self._seen.page != step.page
        if away and not self._aside:
            return tr("Đang ở màn hình khác. Esc hoặc phím nêu bên để quay lại bài.")
        return self._aside

    def _stand(self, lesson: Lesson) -> str:
        place = self.progress.places.get(lesson.id)
        if place is not None:
            number, all_ = lesson.place(place.step) + 1, len(lesson.steps)
            return tr("đang ở bước {number}/{all}").format(number=number, all=all_)
        return tr("đã xong") if lesson.id in self.progress.done else tr("chưa làm")
