"""What the officer's pages show, in a citizen's words: pure functions, one scene each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.desktop.presenters.citizen.masks import shown_name
from counter_app.desktop.presenters.citizen.state import (
    Appointment,
    Greeting,
    Money,
    PaperLine,
    Receiving,
    Returning,
    Tick,
    Transfer,
)
from counter_app.desktop.presenters.clock_words import date_words, time_words
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.state import (
    PaperRow,
    PapersState,
    ReceptionState,
)
from counter_app.domain.acts.received import Promise, ResultDelivery, ResultWay
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.money import amount_in_words, short_amount
from counter_app.domain.people.person import Person, PersonKind
from counter_app.domain.text import masked
from counter_app.domain.vietqr import LONGEST_PURPOSE, BankAccount, early_purpose, payload
from counter_app.i18n import tr
from counter_app.services.dossiers.reception_plan import Plan


@dataclass(frozen=True, slots=True)
class Place:
    """Where the citizen stands. `account` takes transfers: None where none are asked for."""

    centre: str
    counter: str
    account: BankAccount | None = None


def waiting() -> Greeting:
    """Nobody is served: a welcome."""
    return Greeting(
        "home",
        tr("Kính chào ông/bà"),
        tr("Mời đưa căn cước và giấy tờ cho cán bộ. Cần đến đâu, cán bộ hướng dẫn đến đó."),
    )


def away() -> Greeting:
    """The counter is locked: nothing of anybody stays on the screen."""
    return Greeting("hourglass", tr("Quầy tạm ngừng"), tr("Cán bộ sẽ trở lại ngay. Xin chờ."))


def thanked() -> Greeting:
    """A rating was written."""
    return Greeting("star", tr("Cảm ơn ông/bà đã đánh giá"), tr("Kính chúc ông/bà mạnh khỏe."))


def receiving(
    state: ReceptionState,
    draft: ReceptionDraft,
    plan: Plan | None,
    place: Place,
) -> Receiving | None:
    """Return the dossier that is being received; None while its applicant isn't known.

    It has no code yet: a transfer names the counter and the end of the dossier's id, by which the
    search finds it when the bank's line comes.
    """
    if draft.applicant is None:
        return None
    checks = state.panel.ready and not state.panel.busy
    prompt = tr("Cán bộ đang nhập hồ sơ. Ông/bà theo dõi tại đây.")
    if state.panel.busy:
        prompt = tr("Đang ghi hồ sơ và in giấy hẹn. Xin chờ giây lát.")
    elif checks:
        prompt = tr("Mời ông/bà kiểm tra. Có gì chưa đúng, xin nói với cán bộ.")
    money, transfer = None, None
    if plan is not None:
        total = sum(line.amount for line in plan.fees)
        money = _money(total, plan.open_fees, paid=draft.collected)
        if not draft.collected and not plan.open_fees:
            transfer = _transfer(place.account, total, early_purpose(place.counter, draft.uid))
    return Receiving(
        name=shown_name(draft.applicant),
        facts=_facts(draft.applicant, draft.submitter),
        procedure=state.procedure.name,
        papers_title=state.papers.headline if plan is not None else "",
        papers=_papers(state.papers, draft) if plan is not None else (),
        money=money,
        transfer=transfer,
        appointment=_appointment(plan.promise, draft.delivery, place) if plan else None,
        prompt=prompt,
        checks=checks,
    )


def received(dossier: Dossier, place: Place) -> Greeting:
    """Return the thanks after F9: the code, when to come, and what is still to be paid."""
    body = dossier.received
    transfer = None
    if not body.open_fees and not body.practice:
        transfer = _transfer(place.account, dossier.owed, dossier.shown_code)
    return Greeting(
        "ok",
        tr("Đã nhận hồ sơ"),
        tr("Cảm ơn ông/bà. Xin giữ giấy hẹn; tra cứu bằng mã hồ sơ này."),
        code=dossier.shown_code,
        money=_money(dossier.due_amount, body.open_fees, paid=dossier.owed <= 0),
        transfer=transfer,
        appointment=_appointment(dossier.promise, body.delivery, place),
    )


def returning(dossier: Dossier) -> Returning:
    """Return what is handed over: the names of the results, nothing out of them."""
    body = dossier.received
    return Returning(
        name=shown_name(body.applicant),
        facts=_facts(body.applicant, body.submitter),
        procedure=body.procedure.name,
        code=dossier.shown_code,
        results=tuple(paper.kind for paper in dossier.results),
        prompt=tr("Mời ông/bà kiểm tra kết quả trước khi ký nhận."),
    )


def returned() -> Greeting:
    """The result was handed over and nothing is asked."""
    return Greeting("ok", tr("Đã trả kết quả"), tr("Cảm ơn ông/bà. Kính chúc ông/bà mạnh khỏe."))


def _facts(person: Person, submitter: Person | None) -> tuple[str, ...]:
    facts = []
    if person.identity.number:
        # A body's number is public; a person's is known again by its ends.
        number = person.identity.number
        facts.append(masked(number) if person.kind is PersonKind.CITIZEN else number)
    if submitter is not None:
        facts.append(tr("Người nộp: {name}").format(name=shown_name(submitter)))
    return tuple(facts)


def _papers(papers: PapersState, draft: ReceptionDraft) -> tuple[PaperLine, ...]:
    return tuple(
        PaperLine(row.name, _tick(row))
        for row in papers.rows
        if row.there or row.missing or row.from_database or not draft.papers_confirmed
    )


def _tick(row: PaperRow) -> Tick:
    """Return how a paper stands for the citizen; one that they brought all the same is there."""
    if row.there:
        return Tick.THERE
    if row.from_database:
        return Tick.DATABASE
    return Tick.LACKING if row.missing else Tick.ASKED


def _money(total: int, open_fees: tuple[str, ...], *, paid: bool) -> Money:
    if open_fees:
        return Money(tr("Theo thông báo thu"), ", ".join(open_fees))
    if not total:
        return Money(tr("Không thu"))
    words = amount_in_words(total)
    aside = tr("Đã thu") if paid else ""
    return Money(short_amount(total), words[0].upper() + words[1:], aside)


def _transfer(account: BankAccount | None, amount: int, purpose: str) -> Transfer | None:
    if account is None or amount <= 0 or len(purpose) > LONGEST_PURPOSE:
        return None
    said = tr("Nội dung: {purpose}").format(purpose=purpose)
    return Transfer(
        payload(account, amount, purpose),
        tr("Chuyển khoản bằng ứng dụng ngân hàng"),
        tuple(line for line in (account.bank, account.number, account.holder, said) if line),
    )


def _appointment(
    promise: Promise | None, delivery: ResultDelivery, place: Place
) -> Appointment | None:
    if promise is None:
        return None
    where = {
        ResultWay.COUNTER: place.centre,
        ResultWay.POST: tr("Gửi qua bưu chính công ích"),
        ResultWay.ONLINE: tr("Trả trực tuyến"),
    }[delivery.way]
    due: datetime | None = promise.due_at
    if due is None:
        return Appointment(tr("Không quy định"), detail=where)
    return Appointment(time_words(due), date_words(due), where)
