"""One dossier on paper: all that happened, all who looked, and whether its chain is whole."""

from __future__ import annotations

import dataclasses

import pytest

from counter_app.domain.acts.audit import Exported
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import ContactWay, Corrected, Told
from counter_app.domain.dossiers.correction import changes_between
from counter_app.domain.errors.work import DossierUnknownError, NotPermittedError
from counter_app.domain.officers.roles import Role
from counter_app.domain.printed.inspection import InspectionKind
from counter_app.i18n import Translator, install
from counter_app.papers.fonts import choose_fonts
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.inspecting.inspection import inspection_content
from counter_app.services.inspecting.views import record_view
from counter_app.services.printing.sheets.inspection import make_inspection
from counter_app.services.printing.sheets.office import office_header
from tests.made import person
from tests.services.conftest import Counter


@pytest.fixture
def free(counter: Counter) -> Session:
    return Session(dataclasses.replace(counter.session.officer, roles=tuple(Role)), "online")


def a_life(counter: Counter) -> str:
    place, session = counter.workplace, counter.session
    dossier = receive(place, session, Reception("1.001193", person()))
    record_view(place, session, dossier.shown_code)
    after = dataclasses.replace(dossier.received, note="gọi trước khi đến")
    record(
        place, session, dossier.uid, Corrected("bổ sung", changes_between(dossier.received, after))
    )
    record(place, session, dossier.uid, Told(ContactWay.PHONE, "đã báo"))
    return dossier.uid


def test_everything_in_order(counter: Counter, free: Session) -> None:
    uid = a_life(counter)
    content = inspection_content(
        counter.workplace, free, uid, office_header(counter.workplace), "đơn của công dân"
    )
    assert [row.kind for row in content.rows] == [
        InspectionKind.DONE, InspectionKind.SEEN, InspectionKind.CHANGED, InspectionKind.DONE,
    ]  # fmt: skip
    (changed,) = content.rows[2].changes
    assert (changed.what, changed.before, changed.after) == ("Ghi chú", "", "gọi trước khi đến")
    assert content.is_whole
    (chain,) = content.chains
    assert (chain.first, chain.last) == (1, 4)
    assert all(row.hash for row in content.rows)
    assert content.reason == "đơn của công dân"


def test_a_broken_entry_is_named(counter: Counter, free: Session) -> None:
    uid = a_life(counter)
    store = counter.workplace.store
    with store._transaction() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_no_update")
        connection.exec_driver_sql("UPDATE journal SET officer = 'cb-99' WHERE n = 3")
    content = inspection_content(counter.workplace, free, uid, office_header(counter.workplace))
    assert not content.is_whole
    assert content.chains[0].broken_at == 3


def test_the_paper_is_vietnamese_and_is_recorded(counter: Counter, free: Session) -> None:
    uid = a_life(counter)
    before = install(Translator("en", {("", "Báo công dân"): ("Citizen told",)}))
    try:
        content = inspection_content(counter.workplace, free, uid, office_header(counter.workplace))
        document = make_inspection(counter.workplace, free, uid, choose_fonts())
    finally:
        install(before)
    assert content.rows[-1].what == "Báo công dân"
    assert document.pdf.startswith(b"%PDF")
    today = counter.clock.at.date()
    with counter.workplace.store.reading() as tx:
        (row,) = tx.day_acts.between(today, today, (Kind.EXPORTED,))
    assert row.body == Exported(f"Phiếu kiểm tra hồ sơ {content.code}", 4, "pdf")


def test_who_may_and_what_is_known(counter: Counter, free: Session) -> None:
    uid = a_life(counter)
    header = office_header(counter.workplace)
    with pytest.raises(NotPermittedError):
        inspection_content(counter.workplace, counter.session, uid, header)
    with pytest.raises(DossierUnknownError):
        inspection_content(counter.workplace, free, "nobody", header)
