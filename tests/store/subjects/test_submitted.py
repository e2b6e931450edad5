"""What came online or by post, in the rows: found by every code, in the queue, never unprinted."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from counter_app.domain.acts.intake import Submitted
from counter_app.domain.acts.received import Promise
from counter_app.domain.acts.steps import Complained
from counter_app.domain.dossiers.status import Status
from counter_app.domain.journal.entry import Origin
from counter_app.domain.procedures.channels import Channel
from counter_app.store.views.lists import DossierFilter

PORTAL = "G00.99-20250718-0000017"


def submitted(office: Any, code: str = PORTAL) -> str:
    """Hear of a dossier from the server's feed; return its uid."""
    wished = office.received(
        code=code,
        channel=Channel.ONLINE,
        promise=Promise(None, "", ""),
        book="",
        serial=0,
        officer_name="",
    )
    uid: str = office.new_id()
    entry, data = office.feed("server", Origin.SERVER).entry(Submitted(wished, office.now), uid)
    with office.store.writing() as tx:
        tx.journal.take_in(entry, data, office.accepted())
    return uid


def test_it_waits_in_the_queue_of_every_counter(office: Any) -> None:
    uid = submitted(office)
    with office.store.reading() as tx:
        for counter in ("", "quay-1", "quay-7"):
            new = DossierFilter(statuses=frozenset({Status.NEW}), counter=counter)
            (line,) = tx.lists.page(new).lines
            assert (line.uid, line.code, line.is_provisional) == (uid, PORTAL, False)
            soon = office.now + timedelta(days=1)
            counts = tx.lists.counts(office.now, soon, soon, counter=counter)
            assert (counts.new, counts.open) == (1, 1)
            found = tx.search.find("Nguyễn Mẫu", counter=counter)
            assert [each.uid for each in found.lines] == [uid]
        assert tx.dossiers.unprinted() == ()
        assert tx.dossiers.without_official_code() == ()


def test_every_code_leads_to_it_after_the_reception(office: Any) -> None:
    uid = submitted(office)
    body = office.received(channel=Channel.ONLINE)
    office.act(body, uid)
    with office.store.reading() as tx:
        for code in (PORTAL, body.code):
            found = tx.dossiers.by_code(code)
            assert (found.uid, found.status, found.shown_code) == (uid, Status.RECEIVED, body.code)
            assert [line.code for line in tx.search.find(code).lines] == [body.code]
        assert tx.lists.line(uid).counter == "quay-1"
        assert [line.uid for line in tx.dossiers.unprinted()] == [uid]
        assert tx.lists.page(DossierFilter(counter="quay-7")).lines == ()
    assert office.store.verify().is_whole
    assert office.store.rebuild().was_equal


def test_what_was_said_of_the_portals_code_finds_its_dossier(office: Any) -> None:
    office.act(Complained("Chờ lâu"), code=PORTAL)
    uid = submitted(office)
    assert office.get(uid).complaints == (Complained("Chờ lâu"),)
    assert office.store.rebuild().was_equal


def test_the_queue_names_it_by_the_portals_code(office: Any) -> None:
    uid = submitted(office)
    office.act(Complained("Chờ lâu"), uid)
    with office.store.reading() as tx:
        assert [each.code for each in tx.deliveries.listing()] == [PORTAL]
