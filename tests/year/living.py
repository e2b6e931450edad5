"""Carry the script out: every deed by the service that an officer's screen calls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from counter_app.bench import people
from counter_app.domain.acts.certified import CertifiedWhat
from counter_app.domain.acts.decisions import Finished
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import ObstacleNoted
from counter_app.domain.acts.received import PaperFirst, ReceivedPaper, ResultDelivery, ResultWay
from counter_app.domain.acts.results import ResultPaper, ReturnBasis
from counter_app.domain.acts.steps import HandedOver, Paid, Printed, PrintProof, SupplementItem
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author, ChainHead, Origin, body_bytes, seal
from counter_app.domain.office.rating import RatingWay
from counter_app.domain.procedures.fees import Count, FeeKind, FeeLine
from counter_app.services.certifying.quick import certify
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.rating import rate
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_by_post, return_result, take_result_in
from counter_app.services.dossiers.stepping import record
from counter_app.services.dossiers.undoing import cancel_reception
from counter_app.services.steps.closing import refuse, stop, withdraw
from counter_app.services.steps.supplement import ask_supplement, receive_supplement
from counter_app.services.steps.timing import apologise
from tests.year.office import SERVER, TAKEN, YearOffice, days_of
from tests.year.script import Deed, Do, Plot

_SERVER_CHAIN = "019a0000-0000-7000-8000-000000000002"
_FEE = (FeeLine("Lệ phí", FeeKind.CHARGE, 8_000),)
_RESULT = (ResultPaper("Kết quả giải quyết"),)
_PRINTED = Printed("receipt", "TT03-2025", 2, PrintProof.OFFICER)


class Living:
    """Does the deeds of a year, day by day."""

    def __init__(self, office: YearOffice, plots: Sequence[Plot]) -> None:
        self._office, self._plots = office, plots
        self.uids: dict[int, str] = {}
        self.codes: dict[int, str] = {}
        self._server = ChainHead(_SERVER_CHAIN)
        self._does: dict[Do, Callable[[Workplace, Session, Deed], None]] = {
            Do.RECEIVE: self._receive,
            Do.CERTIFY: self._certify,
            Do.NOTE: self._note,
            Do.FINISH: self._finish,
        }

    def live(self, deeds: Sequence[Deed], progress: Callable[[int, int], None]) -> None:
        """Do the deeds in order."""
        most = max(
            (
                sum(each.do is Do.RECEIVE for each in of_day)
                for _, of_day in groupby(deeds, key=lambda each: each.at.date())
            ),
            default=0,
        )
        granted = days_of([deed.at for deed in deeds if deed.do is Do.RECEIVE])
        for day in granted:
            self._office.grant(day, most + 8)
        for place, deed in enumerate(deeds):
            self.do(deed)
            if place % 200 == 0:
                progress(place, len(deeds))

    def do(self, deed: Deed) -> None:
        """Do one deed at its moment."""
        self._office.clock.at = deed.at
        place = self._office.places[deed.counter]
        session = self._office.sessions[deed.who]
        act = self._does.get(deed.do)
        if act is not None:
            act(place, session, deed)
        else:
            self._step(place, session, deed)

    def _receive(self, place: Workplace, session: Session, deed: Deed) -> None:
        plot = self._plots[deed.dossier]
        uid = self._office.new_id()
        by_post = ResultDelivery(ResultWay.POST, address="Số 1, phường Mẫu, tỉnh Ví Dụ")
        wished = Reception(
            plot.procedure,
            people.citizen(plot.number),
            case=plot.case,
            collected=True,
            delivery=by_post if plot.by_post else ResultDelivery(),
            paper_first=PaperFirst("mất điện", f"G-{plot.number}") if plot.paper_first else None,
            received_at=plot.received_at if plot.paper_first else None,
        )
        dossier = receive(place, session, wished, uid)
        self.uids[plot.number], self.codes[plot.number] = uid, dossier.shown_code

    def _step(self, place: Workplace, session: Session, deed: Deed) -> None:
        uid = self.uids[deed.dossier]
        match deed.do:
            case Do.PRINT:
                record(place, session, uid, _PRINTED)
            case Do.PAY:
                record(place, session, uid, Paid(_FEE))
            case Do.HAND_OVER:
                record(place, session, uid, HandedOver("Phòng chuyên môn"))
            case Do.ASK:
                ask_supplement(place, session, uid, (SupplementItem("Đơn", "thiếu"),))
            case Do.BRING:
                receive_supplement(place, session, uid, (ReceivedPaper("Đơn", originals=1),))
            case Do.REFUSE:
                refuse(place, session, uid, "không thuộc thẩm quyền")
            case Do.WITHDRAW:
                withdraw(place, session, uid, "công dân đổi ý")
            case Do.STOP:
                stop(place, session, uid, "chờ quyết định của tòa án")
            case Do.CANCEL:
                cancel_reception(place, session, uid, "nhầm người")
            case Do.APOLOGISE:
                apologise(place, session, uid, "nhiều hồ sơ", "Vũ Văn Tập")
            case Do.RATE:
                form = place.reference.rating.screen_form(deed.at.date())
                assert form is not None
                rate(place, session, uid, form, (int(deed.value),), RatingWay.SCREEN)
            case _:
                self._result(place, session, uid, deed.do)

    def _result(self, place: Workplace, session: Session, uid: str, do: Do) -> None:
        with place.store.reading() as tx:
            dossier = tx.dossiers.get(uid)
        assert dossier is not None
        if do is Do.TAKE_IN:
            take_result_in(place, session, dossier, _RESULT)
        elif dossier.received.delivery.way is ResultWay.POST:
            return_by_post(place, session, dossier, f"EB{dossier.received.serial:09d}VN")
        else:
            return_result(place, session, dossier, basis=ReturnBasis.RECEIPT)

    def _finish(self, place: Workplace, _: Session, deed: Deed) -> None:
        """Let the agency finish at the server, and this store hear of it."""
        with place.store.writing() as tx:
            data = body_bytes(Finished(_RESULT, clerk=SERVER))
            entry = seal(
                self._server,
                uid=self._office.new_id(),
                kind=Kind.FINISHED,
                data=data,
                author=Author(SERVER, "server", ""),
                occurred_at=deed.at,
                clock_quality=ClockQuality.SYNCED,
                origin=Origin.SERVER,
                dossier=self.uids[deed.dossier],
            )
            tx.journal.take_in(entry, data, TAKEN)
            self._server = entry.head()

    def _certify(self, place: Workplace, session: Session, deed: Deed) -> None:
        certify(place, session, CertifiedWhat.COPY, Count(int(deed.value), 1))

    def _note(self, place: Workplace, session: Session, deed: Deed) -> None:
        with place.store.writing() as tx:
            tx.journal.append(
                Kind.OBSTACLE_NOTED,
                ObstacleNoted(deed.value),
                uid=self._office.new_id(),
                author=place.author(session),
                occurred_at=deed.at,
                clock_quality=ClockQuality.SYNCED,
            )
