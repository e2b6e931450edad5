"""What is done for a visitor besides receiving: which key does what, and what is left behind."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from counter_app.desktop.commands import KEYS, Command
from counter_app.desktop.notice import NoticeKind
from counter_app.desktop.presenters.steps.step_state import Fields, Rows, StepEvents, StepState
from counter_app.desktop.presenters.visitor.visitor_desk import VisitorDesk
from counter_app.desktop.scanning.meaning import meaning_of
from counter_app.domain.acts.intake import Assisted, TurnedAway
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import Printed, PrintProof
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.reception.seen import HOME_CARD, Seen
from tests.papers.reading import texts
from tests.services.intake.online import PORTAL, submitted

BIRTH, RESIDENCE = "1.001193", "1.004194"


@dataclass
class Over:
    """A view that remembers."""

    states: list[StepState] = field(default_factory=list)
    focused: list[str] = field(default_factory=list)
    act: StepEvents | None = None
    is_open: bool = False

    def serve(self, act: StepEvents) -> None:
        self.act = act

    def open(self) -> None:
        self.is_open = True

    def present(self, state: StepState) -> None:
        self.states.append(state)

    def focus(self, name: str) -> None:
        self.focused.append(name)

    def close_now(self) -> None:
        self.is_open = False

    @property
    def served(self) -> StepEvents:
        assert self.act is not None
        return self.act


@dataclass
class Bench:
    """The desk over a reception page."""

    desktop: Desktop

    def __post_init__(self) -> None:
        self.seen = Seen(self.desktop)
        self.over = Over()
        self.desk = VisitorDesk(self.desktop.desk, self.over, self.seen.page)

    def visitor(self, code: str = BIRTH) -> None:
        self.seen.card()
        self.seen.page.choose(code)

    def written(self, kind: Kind) -> list[object]:
        day = self.desktop.counter.clock.at.date()
        with self.desktop.counter.workplace.store.reading() as tx:
            return [row.body for row in tx.day_acts.between(day, day, (kind,), counter="12")]

    @property
    def paper(self) -> str:
        return " ".join(texts(self.desktop.tray.sheets[-1].document.pdf))


@pytest.fixture
def bench(desktop: Desktop) -> Bench:
    return Bench(desktop)


COMMANDS = (Command.GUIDE, Command.TURN_AWAY, Command.ASSIST, Command.DECLARATION)


@pytest.mark.parametrize("command", COMMANDS)
def test_without_a_procedure_the_next_key_is_said(bench: Bench, command: Command) -> None:
    assert bench.desk.commands() == {}
    assert bench.desk.act(command)
    assert not bench.over.is_open
    notice = bench.desktop.notices[-1]
    assert notice.kind is NoticeKind.WARN
    assert "Ctrl+1" in notice.rest


def test_keys_are_their_own() -> None:
    keys = [key for each in KEYS.values() for key in each]
    assert len(keys) == len(set(keys))
    assert all(KEYS[command][0].startswith("Ctrl+Shift+") for command in COMMANDS)


def test_with_a_procedure_all_four_are_offered(bench: Bench) -> None:
    bench.visitor()
    assert tuple(bench.desk.commands())[:4] == (
        Command.GUIDE, Command.DECLARATION, Command.TURN_AWAY, Command.ASSIST,
    )  # fmt: skip
    assert not bench.desk.act(Command.RECEIVE), "the page's own"
    bench.desk.act(Command.GUIDE)
    assert bench.desk.act(Command.RECEIVE), "not behind an open panel"
    assert bench.desktop.received == []


def test_the_guide_is_printed_and_no_dossier_begins(bench: Bench) -> None:
    bench.visitor()
    bench.desk.act(Command.GUIDE)
    assert bench.over.served.press("2")
    bench.over.served.type("words", "Nhớ mang sổ.")
    bench.over.served.confirm()
    assert not bench.over.is_open
    assert "Sinh ngoài cơ sở y tế" in bench.paper
    assert "Nhớ mang sổ." in bench.paper
    assert bench.seen.page.draft.procedure == BIRTH, "the reception goes on"
    (body,) = bench.written(Kind.PRINTED)
    assert isinstance(body, Printed)
    assert (body.form, body.subject) == ("guide", "Đăng ký khai sinh")
    assert body.visitor == "Trần Thị Mẫu 0011••••0456"
    assert bench.desktop.nudges


@pytest.mark.parametrize(
    ("ends", "proofs"),
    [
        ("mute", [PrintProof.SENT]),
        ("repair", [PrintProof.SPOOLER]),
        ("no_paper", []),
    ],
)
def test_what_may_have_come_out_is_recorded(
    bench: Bench, ends: str, proofs: list[PrintProof]
) -> None:
    bench.visitor()
    getattr(bench.desktop.tray, ends)()
    bench.desk.act(Command.DECLARATION)
    bench.over.served.confirm()
    written = bench.written(Kind.PRINTED)
    assert [each.proof for each in written if isinstance(each, Printed)] == proofs


def test_who_takes_only_fees_prints_a_guide_and_turns_nobody_away(bench: Bench) -> None:
    fees = Session(Officer("tp", "Hoàng Thị Tập", roles=(Role.FEES,)), "online")
    bench.visitor()
    desk = dataclasses.replace(bench.desktop.desk, session=fees)
    visitor = VisitorDesk(desk, bench.over, bench.seen.page)
    assert tuple(visitor.commands()) == (Command.GUIDE, Command.DECLARATION)
    for command in (Command.TURN_AWAY, Command.ASSIST, Command.ELSEWHERE):
        assert visitor.act(command)
        assert not bench.over.is_open
        assert "Hoàng Thị Tập" in bench.desktop.notices[-1].bold + bench.desktop.notices[-1].rest


def test_the_guide_says_how_many_papers_are_there(bench: Bench) -> None:
    bench.visitor("1.000656")
    bench.seen.page.toggle_paper(0)
    bench.desk.act(Command.GUIDE)
    bench.over.served.confirm()
    assert bench.paper.count("(đã có") == 1
    assert "(còn thiếu" in bench.paper


def test_turned_away_by_a_digit_and_enter(bench: Bench) -> None:
    bench.visitor()
    before = bench.seen.page.draft.uid
    bench.seen.page.save()
    bench.desk.act(Command.TURN_AWAY)
    assert bench.over.states[-1].reason == "Chọn hoặc ghi lý do."
    bench.over.served.confirm()
    assert bench.over.focused[-1] == "other"
    assert bench.over.served.press("1")
    guidance = bench.over.states[-1].blocks[-1]
    assert isinstance(guidance, Fields)
    assert guidance.inputs[0].placeholder == "Nộp hồ sơ tại cơ quan có thẩm quyền."
    bench.over.served.confirm()
    (body,) = bench.written(Kind.TURNED_AWAY)
    assert isinstance(body, TurnedAway)
    assert (body.number, body.applicant.name) == ("01/Q12", "Trần Thị Mẫu")
    assert body.guidance == "Nộp hồ sơ tại cơ quan có thẩm quyền."
    assert "Số: 01/Q12/TCHS" in bench.paper
    (paper,) = bench.written(Kind.PRINTED)
    assert isinstance(paper, Printed)
    assert (paper.form, paper.subject) == ("refusal", "01/Q12 · Đăng ký khai sinh")
    assert "01/Q12" in bench.desktop.notices[-1].bold
    assert bench.seen.page.draft.is_empty
    assert bench.seen.page.draft.uid != before
    assert bench.desktop.desk.drafts.all(bench.desktop.desk.session.officer.id) == ()
    assert bench.desktop.nudges


def test_a_typed_reason_and_guidance(bench: Bench) -> None:
    bench.visitor()
    bench.desk.act(Command.TURN_AWAY)
    bench.over.served.type("other", "  thiếu thẩm quyền ")
    bench.over.served.type("guidance", "Hỏi Sở Tư pháp.")
    bench.over.served.confirm()
    (body,) = bench.written(Kind.TURNED_AWAY)
    assert isinstance(body, TurnedAway)
    assert (body.reason, body.guidance) == ("thiếu thẩm quyền", "Hỏi Sở Tư pháp.")


def test_the_paper_is_printed_again_until_it_came_out(bench: Bench) -> None:
    bench.visitor()
    bench.desktop.tray.no_paper()
    bench.desk.act(Command.TURN_AWAY)
    bench.over.served.press("1")
    bench.over.served.confirm()
    assert "Ctrl+Shift+R" in bench.desktop.notices[-1].rest
    assert tuple(bench.desk.commands()) == (Command.TURN_AWAY,)
    bench.desktop.tray.repair()
    assert bench.desk.act(Command.TURN_AWAY)
    assert "Số: 01/Q12/TCHS" in bench.paper
    assert len(bench.written(Kind.TURNED_AWAY)) == 1, "written once"
    assert bench.desk.commands() == {}


def test_assisted_with_a_scanned_code(bench: Bench) -> None:
    bench.visitor(RESIDENCE)
    bench.desk.act(Command.ASSIST)
    rows = bench.over.states[-1].blocks[1]
    assert isinstance(rows, Rows)
    assert [row.name for row in rows.rows if row.ticked] == ["ministry"]
    other = bench.desktop.desk
    scan = meaning_of("G01.899.108-251120-0007", other.today(), other.now())
    assert bench.desk.scanned(scan)
    bench.over.served.confirm()
    (body,) = bench.written(Kind.ASSISTED)
    assert isinstance(body, Assisted)
    assert body.code == "G01.899.108-251120-0007"
    assert body.system == "Hệ thống của bộ, ngành"
    assert bench.seen.page.draft.is_empty


def doubt(bench: Bench) -> str:
    fields = bench.over.states[-1].blocks[-1]
    assert isinstance(fields, Fields)
    return fields.inputs[0].doubt


def test_whose_code_it_is_stands_beside_the_field(bench: Bench) -> None:
    submitted(bench.desktop.counter)
    bench.visitor(RESIDENCE)
    bench.desk.act(Command.ASSIST)
    assert doubt(bench) == ""
    bench.over.served.type("code", PORTAL)
    assert PORTAL in doubt(bench)
    assert "kiểm tra lại mã" in doubt(bench)
    bench.over.served.type("code", PORTAL[:-1])
    assert doubt(bench) == ""
    bench.over.served.type("code", PORTAL)
    bench.over.served.confirm()
    assert len(bench.written(Kind.ASSISTED)) == 1, "a doubt stops nothing"


def test_an_answer_about_a_code_typed_before_is_dropped(bench: Bench) -> None:
    submitted(bench.desktop.counter)
    bench.visitor(RESIDENCE)
    bench.desk.act(Command.ASSIST)
    bench.desktop.jobs.hold()
    bench.over.served.type("code", PORTAL)
    bench.over.served.type("code", "")
    bench.desktop.jobs.release()
    assert doubt(bench) == ""


def test_nobody_is_assisted_without_a_name(bench: Bench) -> None:
    bench.seen.page.choose(BIRTH)
    bench.desk.act(Command.ASSIST)
    assert "quét thẻ" in bench.over.states[-1].reason
    bench.over.served.confirm()
    assert bench.written(Kind.ASSISTED) == []
    assert not bench.desk.scanned(bench.seen.scan(HOME_CARD)), "a card closes it and goes on"
    assert not bench.over.is_open


def test_a_declaration_by_a_digit_and_enter(bench: Bench) -> None:
    bench.visitor()
    bench.desk.act(Command.DECLARATION)
    rows = bench.over.states[-1].blocks[1]
    assert isinstance(rows, Rows)
    assert [row.text for row in rows.rows] == [
        "Tờ khai đăng ký khai sinh", "Đơn đề nghị", "Giấy ủy quyền",
    ]  # fmt: skip
    bench.over.served.confirm()
    assert "TỜ KHAI ĐĂNG KÝ KHAI SINH" in bench.paper
    assert "001199000456" in bench.paper, "the citizen's own paper bears the whole number"
    assert bench.seen.page.draft.procedure == BIRTH
    bench.desk.act(Command.DECLARATION)
    bench.over.served.press("3")
    bench.over.served.confirm()
    assert "GIẤY ỦY QUYỀN" in bench.paper


def test_what_fails_is_said_and_nothing_is_lost(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.visitor()
    bench.desk.act(Command.TURN_AWAY)
    bench.over.served.press("1")
    procedures = bench.desktop.desk.workplace.reference.procedures
    find: Callable[..., object] = type(procedures).version_on
    monkeypatch.setattr(type(procedures), "version_on", lambda *_: None)
    bench.over.served.confirm()
    monkeypatch.setattr(type(procedures), "version_on", find)
    assert bench.over.is_open
    assert bench.over.states[-1].error
    assert bench.written(Kind.TURNED_AWAY) == []
    bench.over.served.confirm()
    assert len(bench.written(Kind.TURNED_AWAY)) == 1
