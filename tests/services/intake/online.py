"""A dossier that came online, as the feed brings it to a counter, for tests."""

from __future__ import annotations

from datetime import timedelta

from counter_app.domain.acts.intake import Submitted
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import (
    ProcedureRef,
    Promise,
    Received,
    ReceivedPaper,
    ResultDelivery,
    ResultWay,
)
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author, ChainHead, Origin, body_bytes, seal
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.procedures.channels import Channel
from tests.made import person
from tests.services.conftest import Counter

PORTAL = "G00.99-20261120-0000017"
PAPERS = (
    ReceivedPaper("Tờ khai đăng ký lại khai sinh", originals=1),
    ReceivedPaper("Bản sao giấy khai sinh cũ", photocopies=1),
)


def submitted(counter: Counter, code: str = PORTAL, channel: Channel = Channel.ONLINE) -> Dossier:
    """Hear of a dossier from the server's feed, and return it."""
    place = counter.workplace
    now = counter.clock.at
    wished = Received(
        code=code,
        portal_code=code,
        procedure=ProcedureRef("1.004884", "Đăng ký lại khai sinh", "1"),
        channel=channel,
        applicant=person(),
        papers=PAPERS,
        limit=Limit(LimitUnit.NONE),
        received_at=now,
        promise=Promise(None, "", ""),
        form_set="TT03-2025",
        centre=place.enrolment.centre,
        officer_name="",
        counter_name="",
        delivery=ResultDelivery(ResultWay.POST, address="Số 5 đường Mẫu"),
    )
    uid = place.new_id()
    data = body_bytes(Submitted(wished, now - timedelta(hours=5)))
    entry = seal(
        ChainHead(f"server-{code}"),
        uid=place.new_id(),
        kind=Kind.SUBMITTED,
        data=data,
        author=Author("portal", "online", ""),
        occurred_at=now,
        clock_quality=ClockQuality.SYNCED,
        origin=Origin.SERVER,
        dossier=uid,
    )
    with place.store.writing() as tx:
        tx.journal.take_in(entry, data, Outcome(State.ACCEPTED, 1, ()))
        found = tx.dossiers.get(uid)
    assert found is not None
    return found
