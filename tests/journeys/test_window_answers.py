"""What the server didn't take, settled by keys in the real program, against the real province."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from counter_app.app.home import open_home
from counter_app.cli import main
from counter_app.desktop.screens.answers.answer_page import AnswerPage
from counter_app.desktop.screens.data_state.data_page import DataPage
from counter_app.desktop.screens.detail.detail_page import DetailPage
from counter_app.domain.acts.audit import DateConfirmed
from counter_app.domain.acts.files import PaperScanned
from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.journal.outcome import State
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.signing_in.login import log_in
from counter_app.services.steps.recording import correct
from counter_app.store.subjects.deliveries import Queued
from tests.journeys.driver import Counter
from tests.journeys.test_window_inspector import change_to
from tests.journeys.town import OFFICER, OWN_BOOK, PASSWORD, Town, person
from tests.journeys.townspeople import stranger
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]

SUPERVISOR = "CB-006"
SCAN = PaperScanned("Tờ khai", "ab" * 32, 1000, 20_000, "scanner")


def received(at: Counter, town: Town, number: int) -> Dossier:
    """Return a dossier that the province has taken."""
    desk = at.office.desk
    dossier = receive(desk.workplace, desk.session, Reception(OWN_BOOK, person(stranger(number))))
    sent(at)
    at.until(lambda: town.knows(dossier.uid), "the province has it")
    at.until(lambda: not waiting(at), "all of it")
    return dossier


def sent(at: Counter) -> None:
    at.sitting.sync.resume()


def waiting(at: Counter) -> list[Queued]:
    with at.office.desk.workplace.store.reading() as tx:
        return list(tx.deliveries.listing())


def written(at: Counter, kind: Kind, body: Body, dossier: str | None) -> str:
    """Write an act that no page would offer now, as a program with a fault might; send it."""
    place, session = at.office.desk.workplace, at.office.desk.session
    with place.store.writing() as tx:
        moment = place.moment(tx)
        entry = tx.journal.append(
            kind, body, uid=place.new_id(), dossier=dossier, author=place.author(session),
            occurred_at=moment.at, clock_quality=moment.quality,
        ).entry  # fmt: skip
    sent(at)
    return entry.uid


def state_of(at: Counter, uid: str) -> State:
    with at.office.desk.workplace.store.reading() as tx:
        found = tx.deliveries.of(uid)
    assert found is not None
    return found.state


def answers(at: Counter) -> list[str | None]:
    """Return the acts of which the page of the data's state can open the answer."""
    page = at.page
    assert isinstance(page, DataPage)
    return [row.answer for row in page._rows]


def show_data(at: Counter) -> None:
    """Go to Tình trạng dữ liệu by the quick line."""
    at.hands.press("Ctrl+K")
    at.hands.type("tinh trang du lieu")
    at.hands.press("Return")
    at.until(lambda: isinstance(at.page, DataPage), "the state of the data is shown")


def test_a_refused_act_is_corrected_and_taken(at: Counter, town: Town) -> None:
    dossier = received(at, town, 0)
    at.clear()
    uid = written(at, Kind.PAPER_SCANNED, SCAN, dossier.uid)
    at.until(lambda: state_of(at, uid) is State.REFUSED, "it is refused")
    at.says("1 có lỗi, cần xem")
    show_data(at)
    at.says("1 việc cần cán bộ xem")
    at.hands.press("Home", "Return")
    at.until(lambda: isinstance(at.page, AnswerPage), "the answer is shown")
    at.says(dossier.shown_code, "Sửa rồi gửi lại", "Con số ngoài khoảng cho phép.")
    at.hands.type("2")  # what stands in the field is marked: typing replaces it
    at.says("trước là: 20000")
    at.hands.press("Return", "Return")
    at.until(lambda: state_of(at, uid) is State.SUPERSEDED, "another stands in its place")
    at.until(lambda: isinstance(at.page, DataPage), "back where it was opened")
    at.until(lambda: not waiting(at), "it was taken")
    at.says("đã gửi hết")
    assert [each.pages for each in at.dossier(dossier.shown_code).scans] == [2]


def test_two_counters_write_one_field_and_a_key_chooses(
    at: Counter, town: Town, tmp_path: Path
) -> None:
    dossier = received(at, town, 1)
    at.clear()
    province = ["--server", town.sandbox.url, "--code", town.sandbox.enrol_code("2")]
    assert main(["--plain-store", "--home", str(tmp_path), "enrol", *province]) == 0
    with open_home(tmp_path, plain_store=True) as elsewhere:
        elsewhere.round()
        place, gateway = elsewhere.workplace(), elsewhere.gateway()
        session = log_in(place, gateway, OFFICER, PASSWORD)
        gateway.close()
        correct(place, session, dossier.uid, lambda now: replace(now, note="quầy 2"), "sót")
        elsewhere.round()
    town.down()  # so that this counter doesn't hear of it before
    desk = at.office.desk
    mine = correct(
        desk.workplace, desk.session, dossier.uid, lambda now: replace(now, note="quầy 1"), "sót"
    ).last_uid
    town.up()
    sent(at)
    at.until(lambda: state_of(at, mine) is State.CONFLICT, "both wrote it")
    at.says("1 có lỗi, cần xem")
    at.hands.scan(dossier.shown_code)
    at.until(lambda: dossier.shown_code in at.title, "its page comes")
    at.says("F4")
    at.hands.press("F4")
    at.until(lambda: isinstance(at.page, AnswerPage), "the answer is shown")
    at.says("quầy 1", "quầy 2")
    at.says("Chọn nội dung đúng: Ghi chú.")
    at.hands.press("1", "Return")
    at.until(lambda: state_of(at, mine) is State.SUPERSEDED, "it was decided")
    at.until(lambda: dossier.shown_code in at.title, "back on its page")
    at.until(lambda: not waiting(at), "it was taken")
    assert at.dossier(dossier.shown_code).received.note == "quầy 1"
    at.hands.press("F4")
    assert isinstance(at.page, DetailPage), "nothing is left to settle"


def test_a_supervisor_reviews_what_the_server_marked(at: Counter, town: Town) -> None:
    morning = datetime(2010, 1, 1, 0, 3, tzinfo=VIETNAM)  # of a machine whose battery is empty
    uid = written(at, Kind.DATE_CONFIRMED, DateConfirmed(morning), None)
    at.until(lambda: state_of(at, uid) is State.ACCEPTED, "it was taken")
    town.sandbox.province.set_password(SUPERVISOR, PASSWORD)
    change_to(at, SUPERVISOR)
    show_data(at)
    at.until(lambda: uid in answers(at), "it is listed")
    at.hands.press("Home", "Return")
    at.until(lambda: isinstance(at.page, AnswerPage), "the flag is shown")
    at.says("Đã nhận, có lưu ý")
    at.hands.type("Đồng hồ máy sai")
    at.hands.press("Return", "Return")
    at.until(lambda: isinstance(at.page, DataPage), "back where it was opened")
    at.until(lambda: uid not in answers(at), "nothing is left to review")
    at.until(lambda: not waiting(at), "the province knows it")
    change_to(at, OFFICER)
