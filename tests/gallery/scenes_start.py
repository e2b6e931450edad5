"""Scenes of the start: log-in, the locked screen, the wizard of the first run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QLineEdit, QWidget

from counter_app.desktop.presenters.first_run.first_run import Begun, Enrolled, FirstRun
from counter_app.desktop.presenters.first_run.first_run import Doors as WizardDoors
from counter_app.desktop.presenters.first_run.state import Step
from counter_app.desktop.presenters.lock.lock import Doors as LockDoors
from counter_app.desktop.presenters.lock.lock import Locked, LockPresenter
from counter_app.desktop.presenters.login.login import Doors as LoginDoors
from counter_app.desktop.presenters.login.login import LoginPresenter
from counter_app.desktop.presenters.updating.words import UpdateNews, waiting_note
from counter_app.desktop.screens.first_run.first_run_screen import FirstRunScreen
from counter_app.desktop.screens.lock.lock_screen import LockScreen
from counter_app.desktop.screens.login.login_screen import LoginScreen
from counter_app.desktop.theme.look import Look
from counter_app.domain.dates import VIETNAM
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.session import SlowedDownError, WrongPasswordError
from counter_app.domain.errors.store import StoreDamagedError
from counter_app.domain.errors.wire import EnrolRefusedError, NewPasswordNeededError
from counter_app.domain.officers.known import KnownOfficer
from counter_app.domain.officers.officer import Officer
from counter_app.domain.updates.manifest import Manifest, PackageKind
from counter_app.services.counter.last_seen import LastSeen
from counter_app.services.counter.workplace import Session
from counter_app.sync.state import Chip, SyncState
from tests.desktop.now_jobs import NowJobs
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_printing import settings
from tests.gallery.scenes_scanner import qr

AT = datetime(2025, 7, 1, 9, 31, tzinfo=VIETNAM)
TITLE = "Cán bộ tiếp nhận"
SEEN = LastSeen(
    "Trung tâm PVHCC phường Mẫu",
    "Quầy 2",
    (
        KnownOfficer("cb-01", "Phạm Thị Ví", TITLE, date(2025, 7, 31)),
        KnownOfficer("cb-02", "Trần Văn Ba", "Công chức Tư pháp – Hộ tịch", date(2025, 6, 1)),
        KnownOfficer("cb-03", "Nguyễn Hoàng Thị Thanh Phương Mẫu", TITLE),
        KnownOfficer("cb-04", "Lê Thị Mới", "Trưởng bộ phận"),
    ),
)
ENROLLED = Enrolled(
    "00217", "Trung tâm PVHCC phường Mẫu", "2", "Hộ tịch", "K7QF-3M9T-22AB-XY77-QQPL-9KMN"
)


def login(look: Look, seen: LastSeen = SEEN) -> LoginScreen:
    doors = LoginDoors(lambda: AT, lambda session: None, lambda: None, lambda: None)
    return LoginScreen(look, lambda view: LoginPresenter(view, NowJobs(), doors, seen))


def ready(look: Look, error: CounterError | None = None) -> LoginScreen:
    def log_in(officer: str, password: str) -> Session:
        if error is not None:
            raise error
        return Session(Officer(officer, "Phạm Thị Ví", TITLE), "online")

    screen = login(look)
    screen.presenter.ready(log_in, SEEN)
    return screen


@scene("dang-nhap", Area.WINDOW)
def first_moment(look: Look) -> QWidget:
    return login(look)


@scene("dang-nhap-co-cap-nhat", Area.WINDOW)
def with_update(look: Look) -> QWidget:
    screen = ready(look)
    lists = Manifest("counter-app", PackageKind.CALENDAR, "2027.1", AT, ())
    screen.presenter.update(waiting_note(UpdateNews((lists,))))
    return screen


@scene("dang-nhap-sai-mat-khau", Area.WINDOW)
def wrong(look: Look) -> QWidget:
    screen = ready(look, WrongPasswordError(officer="cb-01", misses=1))
    screen.presenter.line(is_up=False)
    screen.status.line(SyncState(Chip.OFFLINE, 3, to_send=3), AT)
    screen.status.scanner("COM3")
    screen.presenter.enter("sai")
    return screen


@scene("dang-nhap-phai-doi", Area.WINDOW)
def slowed(look: Look) -> QWidget:
    screen = ready(look, SlowedDownError(officer="cb-01", misses=7, seconds=10))
    screen.presenter.enter("sai")
    return screen


@scene("dang-nhap-chon-can-bo", Area.WINDOW)
def choosing(look: Look) -> QWidget:
    screen = ready(look)
    screen.presenter.arrive(switching=True)
    return screen


@scene("dang-nhap-lan-dau", Area.WINDOW)
def name(look: Look) -> QWidget:
    screen = login(look, LastSeen())
    screen.presenter.enter("", "")
    return screen


@scene("dang-nhap-dat-mat-khau", Area.WINDOW)
def chosen(look: Look) -> QWidget:
    """A one-time code was right; the two times that the new password was typed differ."""
    screen = ready(look, NewPasswordNeededError())
    presenter = screen.presenter
    presenter.ready(presenter._log_in, SEEN, choose=no_choice)  # type: ignore[arg-type]
    for typed in ("ABCD-EFGH-JKLM", "mật khẩu tự đặt", "mật khẩu khác hẳn"):
        presenter.enter(typed)
    return screen


def no_choice(officer: str, code: str, chosen: str) -> Session:
    raise AssertionError(f"{officer} {code} {chosen}: the picture ends before")


@scene("chua-mo-duoc-du-lieu", Area.WINDOW)
def trouble(look: Look) -> QWidget:
    screen = login(look)
    screen.presenter.trouble(StoreDamagedError(path="D:/quay-1/store.db", reason="malformed"))
    return screen


@scene("khoa-man-hinh", Area.WINDOW)
def locked(look: Look) -> QWidget:
    doors = LockDoors(lambda: AT, lambda session, _: session, lambda _: None, lambda: None)
    session = Session(Officer("cb-01", "Phạm Thị Ví", TITLE), "online")
    at = AT - timedelta(minutes=2)
    begun = Locked(session, "Quầy 2", at, by_hand=False, drafts=1, centre=SEEN.centre)
    screen = LockScreen(look, lambda view: LockPresenter(view, NowJobs(), doors, begun))
    screen.status.line(SyncState(Chip.ALL_SENT), AT)
    screen.status.scanner("COM3")
    password = screen.findChild(QLineEdit)
    assert password is not None
    password.setText("khóa 1")
    return screen


def wizard(
    look: Look, begun: Begun, enrol: Callable[[str, str, str], Enrolled] | None = None
) -> FirstRunScreen:
    doors = WizardDoors(
        enrol or (lambda *_: ENROLLED), lambda _: None, lambda: None, lambda _: None
    )
    pages: dict[Step, Callable[[], QWidget]] = {
        Step.PRINTER: lambda: settings(look),
        Step.SCANNER: lambda: qr(look),
    }
    return FirstRunScreen(look, lambda view: FirstRun(view, NowJobs(), doors, begun), pages)


@scene("cai-dat-may-chu", Area.WINDOW)
def server(look: Look) -> QWidget:
    return wizard(look, Begun())


@scene("cai-dat-ma-ghi-danh", Area.WINDOW)
def code(look: Look) -> QWidget:
    def refuse(*_: str) -> Enrolled:
        raise EnrolRefusedError(host="motcua.tinh.example", reason="enrol-code")

    screen = wizard(look, Begun("https://motcua.tinh.example"), refuse)
    screen.presenter.code_typed("K7QF-3M9T-ABCD")
    screen.presenter.next()
    return screen


@scene("cai-dat-ma-phuc-hoi", Area.WINDOW)
def recovery(look: Look) -> QWidget:
    screen = wizard(look, Begun("https://motcua.tinh.example"))
    screen.presenter.code_typed("K7QF-3M9T-ABCD")
    screen.presenter.next()
    return screen


@scene("cai-dat-may-in", Area.WINDOW)
def printer(look: Look) -> QWidget:
    return wizard(look, Begun("https://motcua.tinh.example", "", ENROLLED, Step.PRINTER))


@scene("cai-dat-may-quet", Area.WINDOW)
def scanner(look: Look) -> QWidget:
    return wizard(look, Begun("https://motcua.tinh.example", "", ENROLLED, Step.SCANNER))


@scene("cai-dat-san-sang", Area.WINDOW)
def done(look: Look) -> QWidget:
    return wizard(look, Begun("https://motcua.tinh.example", "", ENROLLED, Step.DONE))
