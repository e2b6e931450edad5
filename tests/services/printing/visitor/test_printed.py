"""A paper for a visitor without a dossier stands in the journal, and in the log in words."""

from __future__ import annotations

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import PrintProof
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.people.person import Person
from counter_app.services.counter.workplace import Session
from counter_app.services.inspecting.log import Group, LogQuestion, log
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.visitor.printed import record_visitor_print, visitor_words
from tests.made import person
from tests.services.conftest import Counter

DOCUMENT = Document("declaration", "birth-1", b"%PDF", 1)
FORM = "Tờ khai đăng ký khai sinh"


def test_the_log_says_who_printed_what_for_whom(counter: Counter) -> None:
    place, day = counter.workplace, counter.clock.at.date()
    body = record_visitor_print(
        place, counter.session, DOCUMENT, person(), FORM, PrintProof.SPOOLER
    )
    assert body.document_sha256 == DOCUMENT.sha256
    record_visitor_print(place, counter.session, DOCUMENT, Person(""), FORM, PrintProof.SENT)
    sees = Session(Officer("pt", "Lý Thị Dụ", roles=(Role.SUPERVISOR,)), "online")
    unknown, known = log(place, sees, LogQuestion(day, day, Group.PRINTED)).lines
    assert (known.kind, known.officer, known.dossier) == (Kind.PRINTED, "cb-01", "")
    assert known.title == "In tờ khai điền sẵn"
    assert known.detail == f"Trần Thị Mẫu 0011••••0123 · {FORM} · 1 liên"
    assert unknown.detail == f"{FORM} · 1 liên · máy in chưa xác nhận"


def test_the_whole_number_is_never_written(counter: Counter) -> None:
    assert person().identity.number not in visitor_words(person())
    record_visitor_print(
        counter.workplace, counter.session, DOCUMENT, person(), FORM, PrintProof.FILE
    )
    with counter.workplace.store.reading() as tx:
        ((_, entry, data),) = tx.journal.since(0, 9)
    assert entry.dossier is None
    assert entry.code is None
    assert data is not None
    assert person().identity.number.encode() not in data


def test_the_journal_stays_whole(counter: Counter) -> None:
    record_visitor_print(
        counter.workplace, counter.session, DOCUMENT, person(), FORM, PrintProof.OFFICER
    )
    assert counter.workplace.store.verify().is_whole
    assert counter.workplace.store.rebuild().dossiers == 0
