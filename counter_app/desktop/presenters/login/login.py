"""Who logs in, and how: also before the home is open, and also without a line.

The screen is there before the store. An officer who has typed by then isn't asked again: the
attempt is kept and tried as soon as the home is open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.presenters.clock_words import date_words, time_words
from counter_app.desktop.presenters.login.choosing import (
    Choosing,
    choosing_title,
    choosing_words,
)
from counter_app.desktop.presenters.login.slowed import Slowed
from counter_app.desktop.presenters.login.state import (
    LoginState,
    LoginView,
    Mode,
    OfficerRow,
    Place,
)
from counter_app.desktop.presenters.login.words import offline_words, refusal, retired_words
from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.session import SlowedDownError
from counter_app.domain.errors.wire import NewPasswordNeededError
from counter_app.domain.officers.known import KnownOfficer
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.counter.last_seen import LastSeen
from counter_app.wording.sentences import halves, problem_words

if TYPE_CHECKING:  # the store comes with it, and the first paint doesn't wait for that
    from counter_app.services.counter.workplace import Session

DIGITS = 9
"""So many officers have a digit; the others are reached by the arrows."""

LogIn = Callable[[str, str], "Session"]
"""(officer's id, password) → session; takes as long as the server does."""

Choose = Callable[[str, str, str], "Session"]
"""(officer's id, one-time code, chosen password) → session."""


@dataclass(frozen=True, slots=True)
class Doors:
    """What log-in needs of the program. `entered` gets the session, `retry` opens the home again.

    `back` leaves for the locked screen, when that is where the officer came from.
    """

    now: Callable[[], datetime]
    entered: Callable[[Session], None]
    retry: Callable[[], None]
    back: Callable[[], None]


class LoginPresenter:
    """Decides; one for the life of the window. `start` shows the first state."""

    def __init__(self, view: LoginView, jobs: Jobs, doors: Doors, seen: LastSeen) -> None:
        self._view = view
        self._jobs = jobs
        self._doors = doors
        self._seen = seen
        self._officer = seen.officers[0] if seen.officers else None
        self._mode = self._typing_mode()
        self._log_in: LogIn | None = None
        self._choose: Choose | None = None
        self._choosing: Choosing | None = None
        self._trouble: CounterError | None = None
        self._attempt: tuple[str, str] | None = None  # (officer, password), until the home is open
        self._asked = ""  # the officer whose password was tried last
        self._is_asking = False
        self._problem = self._name_problem = ""
        self._slowed: Slowed | None = None
        self._is_offline = False
        self._retired = self._update = ""
        self._may_go_back = False

    def start(self) -> None:
        """Show who logged in last, with the keys in the password."""
        self._go(self._mode)

    def ready(
        self, log_in: LogIn, seen: LastSeen, *, retired: str = "", choose: Choose | None = None
    ) -> None:
        """Take the open home; try at once what was typed meanwhile. The keys stay.

        `retired`: the number of a machine whose place another one takes, "" of one in use.
        `choose` logs in by a one-time code and a password that is chosen with it.
        """
        self._log_in, self._trouble, self._seen = log_in, None, seen
        self._choose = choose
        self._retired = retired
        if self._officer is not None:
            self._officer = self._known(self._officer.id) or self._officer
        if self._mode is Mode.TROUBLE:
            self._go(self._typing_mode())
        if self._attempt is not None:
            self._ask(*self._attempt)
        self._show()

    def update(self, words: str) -> None:
        """Hear of a package that waits; "" when none does."""
        self._update = words
        self._show()

    def trouble(self, error: CounterError) -> None:
        """Say why the home couldn't be opened; what was typed stays in the field."""
        self._trouble = error
        self._go(Mode.TROUBLE)

    def line(self, *, is_up: bool) -> None:
        """Hear whether there is a line."""
        if self._is_offline is is_up:
            self._is_offline = not is_up
            self._show()

    def arrive(self, seen: LastSeen | None = None, *, switching: bool = False) -> None:
        """Come back to this screen: after a log-out, or (`switching`) from the locked one.

        `seen`: who may come in now; a list may have come meanwhile, a password have been reset.
        """
        self._seen = seen or self._seen
        self._forget()
        self._may_go_back = switching
        self._go(Mode.CHOOSE if self._seen.officers else Mode.NAME)

    def choose(self, index: int) -> None:
        """Take the officer of a row."""
        if self._mode is Mode.CHOOSE and 0 <= index < len(self._seen.officers):
            self._officer = self._seen.officers[index]
            self._forget()
            self._go(Mode.PASSWORD)

    def other(self) -> None:
        """Somebody else: the list, or from the list a name to type (F4)."""
        is_elsewhere = self._mode is Mode.TROUBLE or self._choosing is not None
        if self._is_asking or is_elsewhere or not self._seen.officers:
            return
        self._forget()
        if self._mode is Mode.CHOOSE:
            self._officer = None
            self._go(Mode.NAME)
        else:
            self._go(Mode.CHOOSE)

    def escape(self) -> bool:
        """Go one step back; False when there is none."""
        if self._is_asking or self._mode is Mode.TROUBLE:
            return False
        if self._attempt is not None:
            self.edited()
            return True
        if self._choosing is not None:
            self._forget()
            self._go(self._typing_mode())
            return True
        is_chosen = self._mode in (Mode.PASSWORD, Mode.NAME)
        if is_chosen and self._seen.officers and (self._may_go_back or self._mode is Mode.NAME):
            self._forget()
            self._go(Mode.CHOOSE)
            return True
        if self._may_go_back:
            self._forget()
            self._doors.back()
        return self._may_go_back

    def edited(self) -> None:
        """Name or password is typed anew: what was wrong with the old one is over."""
        if self._problem or self._name_problem or self._attempt:
            self._problem = self._name_problem = ""
            self._attempt = None
            self._show()

    def enter(self, password: str, name: str = "") -> None:
        """Log in, or keep the attempt until the home is open; in trouble open it again (Enter)."""
        if self._is_asking:
            return
        if self._mode is Mode.TROUBLE:
            self._trouble = None
            self._go(self._typing_mode())
            self._doors.retry()
            return
        if self._choosing is not None:
            self._chosen(self._choosing, password)
            return
        chosen = self._officer if self._mode is Mode.PASSWORD else None
        officer = chosen.id if chosen else clean(name)
        self._name_problem = "" if officer else tr("Gõ tên đăng nhập do quản trị cấp.")
        self._problem = tr("Gõ mật khẩu rồi nhấn Enter.") if officer and not password else ""
        self._asked = officer
        if self._name_problem or self._problem or self._wait():
            self._view.focus(Place.PASSWORD if officer else Place.NAME)
        elif self._log_in is None:
            self._attempt = (officer, password)
        else:
            self._ask(officer, password)
        self._show()

    def tick(self) -> None:
        """A second has passed: clock and waiting time."""
        self._show()

    # --- asking ----------------------------------------------------------------------------------

    def _ask(self, officer: str, password: str) -> None:
        log_in = self._log_in
        assert log_in is not None
        self._attempt, self._asked, self._is_asking = None, officer, True
        self._jobs.run(
            lambda: log_in(officer, password),
            self._enter,
            lambda error: self._refuse(error, officer, password),
        )

    def _chosen(self, choosing: Choosing, password: str) -> None:
        """Take the new password, or the same one again; then log in by both."""
        choose = self._choose
        assert choose is not None
        self._problem = choosing.take(password)
        self._view.forget_password()
        if self._problem or not choosing.is_whole:
            self._go(Mode.AGAIN if choosing.first else Mode.NEW)
            return
        self._is_asking = True
        self._show()
        self._jobs.run(
            lambda: choose(choosing.officer, choosing.code, choosing.first),
            self._enter,
            lambda error: self._refuse(error, choosing.officer, ""),
        )

    def _enter(self, session: Session) -> None:
        self._is_asking = False
        officer = session.officer
        self._officer = self._known(officer.id) or KnownOfficer(officer.id, officer.name)
        others = [each for each in self._seen.officers if each.id != officer.id]
        self._seen = replace(self._seen, officers=(self._officer, *others))
        self._forget()
        self._mode = Mode.PASSWORD
        self._show()
        self._doors.entered(session)

    def _refuse(self, error: CounterError, officer: str, password: str) -> None:
        self._is_asking = False
        if isinstance(error, NewPasswordNeededError) and self._choose is not None:
            self._choosing = Choosing(officer, password)
            self._view.forget_password()
            self._go(Mode.NEW)
            return
        if self._choosing is not None:  # the code was used up meanwhile, or the line broke
            self._choosing = None
            self._mode = self._typing_mode()
        if isinstance(error, SlowedDownError):
            self._slowed = Slowed(error, self._doors.now())
        else:
            self._problem = refusal(error, typed_name=self._mode is Mode.NAME)
        self._show()
        self._view.focus(Place.PASSWORD)

    def _wait(self) -> str:
        return self._slowed.words(self._asked, self._doors.now()) if self._slowed else ""

    def _known(self, officer: str) -> KnownOfficer | None:
        return next((each for each in self._seen.officers if each.id == officer), None)

    def _forget(self) -> None:
        self._problem = self._name_problem = ""
        self._attempt = self._choosing = None
        self._asked = self._officer.id if self._officer else ""
        self._view.forget_password()

    # --- showing ---------------------------------------------------------------------------------

    def _typing_mode(self) -> Mode:
        return Mode.PASSWORD if self._officer else Mode.NAME

    def _go(self, mode: Mode) -> None:
        self._mode = mode
        self._show()
        self._view.focus(_HOME[mode])

    def _show(self) -> None:
        now = self._doors.now()
        place = _joined(self._seen.centre, self._seen.counter)
        state = LoginState(self._mode, time_words(now), date_words(now), place=place)
        if self._mode is Mode.TROUBLE and self._trouble is not None:
            self._view.present(self._in_trouble(state, self._trouble))
        else:
            self._view.present(self._logging_in(state))

    def _logging_in(self, state: LoginState) -> LoginState:
        if self._choosing is not None:
            title, first = choosing_title(self._mode), self._choosing.officer
        elif self._mode is Mode.PASSWORD and self._officer is not None:
            title, first = self._officer.name, self._officer.title
        else:
            title = tr("Ai đăng nhập?") if self._mode is Mode.CHOOSE else tr("Đăng nhập")
            first = self._seen.centre
        wait = self._wait()
        note, icon = self._note()
        return replace(
            state,
            title=title,
            subtitle=_joined(first, self._seen.counter),
            words=choosing_words(self._mode),
            officers=self._rows() if self._mode is Mode.CHOOSE else (),
            name_problem=self._name_problem,
            problem=wait or self._problem,
            enter=self._enter_words(),
            may_enter=not self._is_asking and not wait,
            other=self._other_words(),
            back=tr("về màn hình khóa") if self._may_go_back else "",
            note=note,
            note_icon=icon,
        )

    def _in_trouble(self, state: LoginState, error: CounterError) -> LoginState:
        what, rest = halves(error)
        problems = [problem_words(each) for each in getattr(error, "problems", ())]
        return replace(
            state,
            icon="warn",
            title=tr("Chưa mở được dữ liệu của quầy"),
            subtitle=_joined(self._seen.centre, self._seen.counter),
            words="\n".join([f"{what} {rest}", *(f"– {each}" for each in problems)]),
            enter=tr("Thử lại"),
            note=tr("Quản trị viên xem nguyên nhân bằng lệnh: counter-app doctor"),
            note_icon="info",
        )

    def _rows(self) -> tuple[OfficerRow, ...]:
        return tuple(
            OfficerRow(str(number) if number <= DIGITS else "", each.name, each.title)
            for number, each in enumerate(self._seen.officers, start=1)
        )

    def _enter_words(self) -> str:
        if self._mode is Mode.CHOOSE:
            return ""
        if self._is_asking:
            return tr("Đang kiểm tra mật khẩu…")
        return tr("Tiếp tục") if self._mode is Mode.NEW else tr("Đăng nhập")

    def _other_words(self) -> str:
        if self._choosing is not None:
            return ""
        if self._mode is Mode.CHOOSE:
            return tr("Gõ tên đăng nhập khác")
        return tr("Cán bộ khác đăng nhập") if self._seen.officers else ""

    def _note(self) -> tuple[str, str]:
        if self._attempt is not None:
            return tr("Đang mở dữ liệu của quầy, xong là đăng nhập ngay."), "hourglass"
        if self._log_in is None:
            return tr("Đang mở dữ liệu của quầy. Gõ mật khẩu được ngay."), "hourglass"
        if self._retired:
            return retired_words(self._retired), "info"
        if self._is_offline:
            officer = self._officer if self._mode is Mode.PASSWORD else None
            return offline_words(officer, vietnam_time(self._doors.now()).date()), "cloud-off"
        return self._update, "refresh" if self._update else ""


_HOME = {
    Mode.CHOOSE: Place.OFFICERS,
    Mode.NAME: Place.NAME,
    Mode.NEW: Place.PASSWORD,
    Mode.AGAIN: Place.PASSWORD,
    Mode.PASSWORD: Place.PASSWORD,
    Mode.TROUBLE: Place.NEXT,
}
"""Where the keys go when a card comes."""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
