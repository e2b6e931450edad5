"""People say what day it is: who may, what is written, and what it never does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from counter_app.domain.acts.audit import DateConfirmed, LoggedIn
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import VIETNAM
from counter_app.domain.errors.session import (
    OfficerInactiveError,
    OfflineOverError,
    WrongPasswordError,
)
from counter_app.domain.errors.wire import SilentError
from counter_app.domain.errors.work import (
    ClockDoubtfulError,
    FalseStepError,
    NotPermittedError,
)
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.doubtful_date import SILENCE, Doubt, TypedDate
from counter_app.domain.journal.entry import Recorded
from counter_app.domain.officers.officer import Officer, OfficerList
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.opening import settle
from counter_app.services.counter.workplace import CLOCK
from counter_app.services.dating.confirming import confirm_date, date_question
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.signing_in.login import log_in
from counter_app.store.mark import Condition, Standing
from counter_app.store.subjects.logins import OfficerLogin
from counter_app.vault.passwords import Cost, make_verifier
from tests.made import NOON, person
from tests.services.conftest import Counter

DEAD = datetime(2010, 1, 1, 0, 3, tzinfo=VIETNAM)
BIRTH = Reception("1.001193", person())
HEAD = Officer("pt-01", "Lê Thị Thử", roles=(Role.SUPERVISOR,))
FORMER = Officer("pt-02", "Hoàng Văn Cũ", roles=(Role.SUPERVISOR,), active=False)
VERIFIER = make_verifier("mật khẩu", Cost(64, 1, 1))


@dataclass
class Morning:
    """A counter whose machine begins at `DEAD`."""

    counter: Counter

    def confirm(self, at: datetime) -> None:
        self.counter.clock.at, self.counter.clock.quality = at, ClockQuality.CONFIRMED

    def now(self) -> Moment:
        return self.counter.clock.now()

    def says(self, day: datetime, *, again: str | None = "", **by: str) -> Moment:
        text = f"{day:%d/%m/%Y}"
        typed = TypedDate(text, text if again == "" else again, f"{day:%H:%M}")
        place, session = self.counter.workplace, self.counter.session
        return confirm_date(place, session, self, typed, **by)

    def receive(self) -> str:
        return receive(self.counter.workplace, self.counter.session, BIRTH).shown_code

    def entries(self) -> list[Recorded]:
        with self.counter.workplace.store.reading() as tx:
            found = [tx.journal.get(entry.uid) for _, entry, _ in tx.journal.since(0, 1000)]
        return [each for each in found if each is not None]


@pytest.fixture
def morning(open_counter: Callable[..., Counter]) -> Callable[[], Morning]:
    """Return a function that opens the counter on a dead morning: offline, settled, logged in."""

    def open_() -> Morning:
        counter = open_counter()
        place = counter.workplace
        officers = OfficerList("1", (counter.session.officer, HEAD, FORMER))
        place.reference = replace(place.reference, officers=officers)
        counter.session = replace(counter.session, auth="offline")
        with place.store.writing() as tx:
            for officer in (counter.session.officer, HEAD, FORMER):
                tx.logins.put(OfficerLogin(officer.id, officer.name, VERIFIER, NOON))
                tx.setup.put(f"offline-days/{officer.id}", 15)
            told = {"offset_ms": 0, "server_time": NOON.isoformat(), "at": NOON.isoformat()}
            tx.setup.put(CLOCK, told)
        counter.clock.at, counter.clock.quality = DEAD, ClockQuality.LOCAL
        settle(place, Standing(Condition.CLEAN))
        log_in(place, NoLine(), counter.session.officer.id, "mật khẩu")  # type: ignore[arg-type]
        return Morning(counter)

    return open_


class NoLine:
    """A gateway that reaches nobody."""

    def login(self, officer: str, password: str, new_password: str = "") -> None:
        raise SilentError(host="tỉnh.example", seconds=5)


def test_three_mornings(morning: Callable[[], Morning]) -> None:
    """Log-in comes first and makes no wrong date look right; numbers are of the confirmed day."""
    codes = []
    for number in (1, 2, 3):
        at = morning()
        day = NOON + timedelta(days=number)
        at.counter.grant(10 * number, 10 * number + 9, day=day.date())
        with pytest.raises(ClockDoubtfulError):
            at.receive()
        asked = date_question(at.counter.workplace, at.counter.session)
        assert asked is not None
        assert (asked.why, asked.machine_at) == (Doubt.EARLIER, DEAD)
        assert asked.supervisors == (HEAD,)
        at.says(day)
        assert date_question(at.counter.workplace, at.counter.session) is None
        codes += [at.receive(), at.receive()]
    assert [int(code[-4:]) for code in codes] == [10, 11, 20, 21, 30, 31]
    entries = [each.entry for each in at.entries()]
    moments = [each.occurred_at for each in entries]
    assert moments == sorted(moments)
    assert min(moments) >= NOON
    confirmed = [each for each in at.entries() if isinstance(each.body, DateConfirmed)]
    assert [each.entry.occurred_at for each in confirmed] == [
        NOON + timedelta(days=number) for number in (1, 2, 3)
    ]
    assert {each.entry.clock_quality for each in confirmed} == {ClockQuality.CONFIRMED}
    assert at.counter.workplace.store.verify().is_whole


@pytest.mark.parametrize("steps", [(0, 0), (90, 0, 5), (0, 600, 1440, 1), (1439, 2, 2880)])
def test_moments_never_go_back(morning: Callable[[], Morning], steps: tuple[int, ...]) -> None:
    """The minute that a person types may be one that has passed: the time goes on from there."""
    day = NOON + timedelta(minutes=1)
    for step in steps:
        at = morning()
        day += timedelta(minutes=step)
        at.says(day.replace(second=0))
        at.counter.clock.go(seconds=50)
        at.receive()
    moments = [each.entry.occurred_at for each in at.entries()]
    assert moments == sorted(moments)


def test_a_supervisor_agrees(morning: Callable[[], Morning]) -> None:
    at, day = morning(), NOON + timedelta(days=1)
    before = len(at.entries())
    with pytest.raises(WrongPasswordError):
        at.says(day, again=None, supervisor=HEAD.id, password="khác")
    with pytest.raises(OfficerInactiveError):
        at.says(day, again=None, supervisor=FORMER.id, password="mật khẩu")
    with pytest.raises(NotPermittedError):
        at.says(day, again=None, supervisor="cb-01", password="mật khẩu")
    with pytest.raises(NotPermittedError):
        at.says(day, again=None, supervisor="nobody", password="mật khẩu")
    assert len(at.entries()) == before
    at.says(day, again=None, supervisor=HEAD.id, password="mật khẩu")
    body = at.entries()[-1].body
    assert body == DateConfirmed(DEAD, NOON, HEAD.id, HEAD.name)
    assert at.entries()[-1].entry.officer == at.counter.session.officer.id


def test_without_one_it_is_typed_twice(morning: Callable[[], Morning]) -> None:
    at, day = morning(), NOON + timedelta(days=1)
    for again in (None, "25/12/2026"):
        with pytest.raises(FalseStepError) as said:
            at.says(day, again=again)
        assert [each.code for each in said.value.problems] == ["confirmed_day_again"]
    with pytest.raises(FalseStepError) as said:
        at.says(NOON - timedelta(days=1))
    assert [each.code for each in said.value.problems] == ["confirmed_too_early"]
    assert at.counter.clock.at == DEAD


def test_days_without_a_line_end_by_the_confirmed_day(morning: Callable[[], Morning]) -> None:
    """Whoever sets the clock back gains nothing: the day that is typed counts."""
    at = morning()
    with pytest.raises(OfflineOverError):
        at.says(NOON + timedelta(days=16))
    at.says(NOON + timedelta(days=16), again=None, supervisor=HEAD.id, password="mật khẩu")


def test_years_ahead(morning: Callable[[], Morning]) -> None:
    """No number is voided, nobody's days end, and no paper bears that year."""
    at = morning()
    place, clock = at.counter.workplace, at.counter.clock
    day = NOON + timedelta(days=1)
    at.counter.grant(day=day.date())
    clock.at = NOON + timedelta(days=800)
    settle(place, Standing(Condition.CLEAN))
    session = log_in(place, NoLine(), "cb-01", "mật khẩu")  # type: ignore[arg-type]
    assert session.auth == "offline"
    assert isinstance(at.entries()[-1].body, LoggedIn)
    assert at.entries()[-1].entry.occurred_at == NOON
    with pytest.raises(ClockDoubtfulError):
        at.receive()
    asked = date_question(place, session)
    assert asked is not None
    assert asked.why is Doubt.LATER
    at.says(day)
    assert at.receive().endswith("-0001")


def test_a_province_that_allows_more_days_is_waited_for(morning: Callable[[], Morning]) -> None:
    at = morning()
    place = at.counter.workplace
    at.counter.clock.at = NOON + SILENCE + timedelta(days=20)
    assert date_question(place, at.counter.session) is not None
    with place.store.writing() as tx:
        tx.setup.put("offline-days/pt-01", 90)
    assert date_question(place, at.counter.session) is None


def test_an_entry_that_was_years_ahead_locks_nobody_out(morning: Callable[[], Morning]) -> None:
    at = morning()
    at.counter.clock.at, at.counter.clock.quality = NOON.replace(year=2040), ClockQuality.SYNCED
    at.receive()
    at.counter.clock.at, at.counter.clock.quality = NOON + timedelta(days=1), ClockQuality.LOCAL
    with pytest.raises(ClockDoubtfulError):
        at.receive()
    at.says(NOON + timedelta(days=1))
    at.receive()
    at.counter.clock.quality = ClockQuality.LOCAL
    at.receive()
    assert sum(each.entry.kind is Kind.DATE_CONFIRMED for each in at.entries()) == 1
