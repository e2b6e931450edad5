"""What was typed off a paper wrongly: its moment and its number, and the promise from there.

Only a dossier that was received on paper first has them. The promise stays what the citizen was
told; it follows the corrected moment only when a supervisor says so, with the correction's reason.
"""

from __future__ import annotations

import dataclasses
from datetime import date

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Row, Rows, Say
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Promise, Received
from counter_app.domain.dates import parse_moment, shown_moment
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.officers.roles import Act
from counter_app.domain.problems import Problem
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.dossiers.reception_plan import paper_first_problems
from counter_app.services.officers.permits import may
from counter_app.services.steps.recording import promise_from
from counter_app.wording.sentences import problem_words

MOMENT, NUMBER, FOLLOW = "paper_moment", "paper_number", "follow"


def paper_values(received: Received) -> dict[str, str]:
    """Return the fields with what stands; nothing when there was no paper."""
    paper = received.paper_first
    if paper is None:
        return {}
    return {MOMENT: shown_moment(received.received_at), NUMBER: paper.number}


def with_paper(received: Received, edits: dict[str, str], today: date) -> Received:
    """Return the reception with the paper's moment and number as edited."""
    paper = received.paper_first
    if paper is None:
        return received
    read = parse_moment(edits[MOMENT], today) if MOMENT in edits else received.received_at
    return dataclasses.replace(
        received,
        received_at=received.received_at if isinstance(read, Problem) else read,
        paper_first=dataclasses.replace(paper, number=edits.get(NUMBER, paper.number)),
    )


def moment_problem(dossier: Dossier, text: str, today: date) -> Problem | None:
    """Return what is wrong with the moment as typed: unreadable, or after it was written down."""
    paper = dossier.received.paper_first
    if paper is None or clean(text) == paper_values(dossier.received)[MOMENT]:
        return None
    read = parse_moment(text, today)
    if isinstance(read, Problem):
        return read
    at = next((step.at for step in dossier.steps if step.kind is Kind.RECEIVED), read)
    found = paper_first_problems(paper, read, at)
    return next((each for each in found if each.field == "/received_at"), None)


def paper_fields(dossier: Dossier, typed: dict[str, str], today: date) -> tuple[Block, ...]:
    """Return the fields of the paper, none when there wasn't one."""
    if dossier.received.paper_first is None:
        return ()
    problem = moment_problem(dossier, typed.get(MOMENT, ""), today)
    words = problem_words(problem) if problem else ""
    false = problem is not None and problem.is_false
    moment = Input(
        MOMENT, tr("Giờ, ngày trên giấy"), typed.get(MOMENT, ""),
        problem=words if false else "", doubt="" if false else words, digits=True,
    )  # fmt: skip
    number = Input(NUMBER, tr("Số trên giấy"), typed.get(NUMBER, ""))
    return (Fields(MOMENT, (moment, number)),)


def follows(desk: Desk, dossier: Dossier, after: Received, reason: str) -> Promise | None:
    """Return the promise that counts from a corrected moment; None when it can't follow.

    One that was moved since, or set by hand, has reasons of its own.
    """
    received = dossier.received
    if after.received_at == received.received_at or dossier.promise != received.promise:
        return None
    if received.promise.reason:
        return None
    return promise_from(desk.workplace.reference, after, reason)


def promise_blocks(
    desk: Desk, dossier: Dossier, after: Received, ticked: frozenset[str]
) -> tuple[Block, ...]:
    """Return what becomes of the promise: asked of a supervisor, said to anybody else."""
    if after.received_at == dossier.received.received_at:
        return ()
    stands = _shown(dossier.promise)
    promise = follows(desk, dossier, after, "")
    if promise is None or not may(desk.workplace, desk.session, Act.CONFIRM_BREACH):
        kept = tr("Hẹn trả giữ nguyên {moment}").format(moment=stands)
        return (Say(FOLLOW, kept, tr("chỉ phụ trách mới đổi được theo giờ trên giấy")),)
    note = f"{stands} → {_shown(promise)}"
    words = tr("Hẹn trả tính lại từ giờ trên giấy")
    row = Row(FOLLOW, words, note, ticked=FOLLOW in ticked)
    return (Rows(FOLLOW, tr("Hẹn trả"), (row,)),)


def _shown(promise: Promise) -> str:
    return shown_moment(promise.due_at) if promise.due_at else tr("Không quy định thời hạn")
