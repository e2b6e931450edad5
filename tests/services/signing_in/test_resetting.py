"""A forgotten password without a line: the code, the choice, and what never passes."""

from __future__ import annotations

import dataclasses
from typing import cast

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import PasswordReset
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.purging import PurgeOfflineError
from counter_app.domain.errors.session import (
    NewPasswordShortError,
    NewPasswordUnknownError,
    NoRoleError,
    OfflineOverError,
    SlowedDownError,
    WrongPasswordError,
)
from counter_app.domain.errors.wire import (
    LineRefusedError,
    LoginRefusedError,
    NewPasswordNeededError,
    SilentError,
    WireError,
)
from counter_app.domain.errors.work import FalseStepError, NotPermittedError, OfflineLoginError
from counter_app.domain.officers.officer import Officer, OfficerList
from counter_app.domain.officers.roles import Role
from counter_app.gateway.client import Gateway
from counter_app.services.counter.workplace import Session
from counter_app.services.purging.purge import check_two
from counter_app.services.signing_in import resets, resetting
from counter_app.services.signing_in.known_officers import known_officers
from counter_app.services.signing_in.login import log_in
from counter_app.services.signing_in.resetting import GivenCode, reset_password, resettable
from counter_app.services.signing_in.unlocking import unlock
from counter_app.store.subjects.catalogues import Catalogue
from counter_app.store.transaction import Transaction
from counter_app.vault.passwords import Cost, make_verifier
from counter_app.wording.sentences import problem_words, sentence
from tests.services.conftest import Counter

HEAD = Officer("ld-01", "Đỗ Thị Mẫu", roles=(Role.SUPERVISOR,))
OTHER_HEAD = Officer("ld-02", "Lý Văn Dụ", roles=(Role.SUPERVISOR, Role.ADMIN))
CLERK = Officer("cb-01", "Phạm Thị Ví", roles=(Role.RECEPTION,))
GONE = Officer("cb-02", "Lê Văn Thử", active=False)
HERE = Session(HEAD, "offline")
NEW = "mật khẩu mới"


class Line:
    """A line that is down, or a server that says no, or yes."""

    def __init__(self, error: WireError | None) -> None:
        self.error = error
        self.asked: list[tuple[str, ...]] = []

    def login(self, *asked: str) -> object:
        self.asked.append(asked)
        if self.error is not None:
            raise self.error
        return type("Answer", (), {"name": "Phạm Thị Ví", "roles": (), "offline_days": 30})()


DOWN = cast("Gateway", Line(SilentError(host="tinh.example", seconds=5)))
NO = cast("Gateway", Line(LoginRefusedError(host="tinh.example", reason="officer-password")))
YES = cast("Gateway", Line(None))


@pytest.fixture
def office(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> Counter:
    """The counter, with officers of the province, and passwords that cost little to prove."""

    def cheap(password: str) -> str:
        return make_verifier(password, Cost(memory_kib=64, passes=1, lanes=1))

    monkeypatch.setattr(resets, "make_verifier", cheap)
    monkeypatch.setattr(resetting, "make_verifier", cheap)
    listed = OfficerList("1", (HEAD, OTHER_HEAD, CLERK, GONE))
    reference = dataclasses.replace(counter.workplace.reference, officers=listed)
    counter.workplace = dataclasses.replace(counter.workplace, reference=reference)
    return counter


def give(office: Counter, officer: str = "cb-01") -> GivenCode:
    return reset_password(office.workplace, HERE, officer, "quên mật khẩu")


def enter(office: Counter, password: str, new: str = "", line: Gateway = DOWN) -> Session:
    return log_in(office.workplace, line, "cb-01", password, new_password=new)


def last(office: Counter) -> tuple[Kind, object, str]:
    with office.workplace.store.reading() as tx:
        entry = tx.journal.since(0, 1000)[-1][1]
        told = tx.journal.get(entry.uid)
    assert told is not None
    return told.entry.kind, told.body, told.entry.officer


def test_the_officer_chooses_and_the_journal_tells_who_gave_the_code(office: Counter) -> None:
    given = give(office)
    kind, body, author = last(office)
    assert kind is Kind.PASSWORD_RESET
    assert body == PasswordReset("cb-01", "Phạm Thị Ví", "quên mật khẩu", given.until)
    assert author == "ld-01"
    with pytest.raises(NewPasswordNeededError) as caught:
        enter(office, given.code.lower().replace("-", " "))
    assert sentence(caught.value)
    with pytest.raises(NewPasswordShortError):
        enter(office, given.code, "ngắn")
    session = enter(office, given.code, NEW)
    assert (session.auth, session.officer) == ("offline", CLERK)
    assert enter(office, NEW).officer == CLERK
    assert unlock(office.workplace, session, NEW) is session
    with pytest.raises(WrongPasswordError):  # once
        enter(office, given.code)
    office.clock.go(days=7, minutes=1)
    with pytest.raises(OfflineOverError):
        enter(office, NEW)


def test_a_lost_answer_to_a_choice_says_what_to_try(office: Counter) -> None:
    """A code of the province: nobody here can tell whether it is spent."""
    with pytest.raises(NewPasswordUnknownError) as caught:
        enter(office, "ABCD-EFGH-JKLM", NEW)
    assert "thử mật khẩu mới trước" in sentence(caught.value)
    never = LineRefusedError(host="tinh.example")
    with pytest.raises(LineRefusedError):
        enter(office, "ABCD-EFGH-JKLM", NEW, line=cast("Gateway", Line(never)))


def test_the_code_is_good_for_a_day_and_a_later_one_voids_it(office: Counter) -> None:
    first, second = give(office), give(office)
    with pytest.raises(WrongPasswordError):
        enter(office, first.code)
    office.clock.go(days=1, minutes=1)
    with pytest.raises(OfflineLoginError):
        enter(office, second.code)


def test_misses_slow_down_and_a_reset_lifts_it(office: Counter) -> None:
    give(office)
    for _ in range(5):
        with pytest.raises(WrongPasswordError):
            enter(office, "sai mật khẩu")
    with pytest.raises(SlowedDownError):
        enter(office, "sai mật khẩu")
    code = give(office).code
    assert enter(office, code, NEW).officer == CLERK


def test_a_server_that_knows_nothing_of_it_doesnt_undo_it(office: Counter) -> None:
    with pytest.raises(LoginRefusedError):
        enter(office, "sai mật khẩu", line=NO)
    code = give(office).code
    assert enter(office, code, NEW, line=NO).auth == "offline"
    assert enter(office, NEW, line=NO).auth == "offline"
    assert enter(office, "mật khẩu của tỉnh", line=YES).auth == "online"  # ends the reset
    with pytest.raises(LoginRefusedError):
        enter(office, NEW, line=NO)
    with pytest.raises(WrongPasswordError):
        enter(office, NEW)


@pytest.mark.parametrize(
    ("officer", "reason", "code"),
    [
        ("cb-01", " ", "reset.no_reason"),
        ("cb-02", "quên", "reset.no_officer"),  # doesn't work here any more
        ("ld-01", "quên", "reset.no_officer"),  # nobody resets their own
        ("cb-99", "quên", "reset.no_officer"),
    ],
)
def test_what_is_wrong_is_said(office: Counter, officer: str, reason: str, code: str) -> None:
    with pytest.raises(FalseStepError) as caught:
        reset_password(office.workplace, HERE, officer, reason)
    assert [each.code for each in caught.value.problems] == [code]
    assert problem_words(caught.value.problems[0])


def test_only_who_is_allowed_and_no_chain_of_resets(office: Counter) -> None:
    place = office.workplace
    with pytest.raises(NotPermittedError):
        reset_password(place, Session(CLERK, "online"), "ld-01", "quên")
    code = give(office, "ld-02").code
    other = log_in(place, DOWN, "ld-02", code, new_password=NEW)
    with pytest.raises(FalseStepError) as caught:
        reset_password(place, other, "cb-01", "quên")
    assert [each.code for each in caught.value.problems] == ["reset.own_reset"]
    with pytest.raises(PurgeOfflineError):  # nor does it erase anything
        check_two(place, other, Session(HEAD, "online"))
    assert [each.id for each in resettable(place, HERE)] == ["ld-02", "cb-01"]


def test_the_log_in_screen_offers_them(office: Counter) -> None:
    given = give(office)
    (known,) = known_officers(office.workplace)
    assert (known.id, known.offline_until) == ("cb-01", given.code_until.date())
    enter(office, given.code, NEW)
    (known,) = known_officers(office.workplace)
    assert known.offline_until == given.until.date()


def test_who_has_no_role_in_a_list_isnt_let_in(office: Counter) -> None:
    listed = OfficerList("2", (HEAD, Officer("cb-01", "Phạm Thị Ví")))
    reference = dataclasses.replace(office.workplace.reference, officers=listed)
    with office.workplace.store.writing() as tx:
        stage_officers(tx)
    error: type[CounterError] = NoRoleError
    with pytest.raises(error) as caught:
        log_in(dataclasses.replace(office.workplace, reference=reference), YES, "cb-01", "mật khẩu")
    assert "Phạm Thị Ví" in sentence(caught.value)


def stage_officers(tx: Transaction) -> None:
    """Let the province have sent a list of officers."""
    tx.catalogues.stage(Catalogue("officers", "2", b"{}", b"", valid_from=None))
    tx.catalogues.activate("officers", "2")
