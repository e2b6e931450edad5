"""Đính chính: fields of the registration, with the reason; both values stay in the journal."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date

from counter_app.desktop.presenters.steps.reason_step import ReasonStep
from counter_app.desktop.presenters.steps.recording.paper_moment import (
    FOLLOW,
    MOMENT,
    follows,
    moment_problem,
    paper_fields,
    paper_values,
    promise_blocks,
    with_paper,
)
from counter_app.desktop.presenters.steps.step import Lack, StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Say
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Received
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.office.reasons import ReasonUse
from counter_app.domain.people.identity import identity_problems, normal_number
from counter_app.domain.people.person import IdentityKind
from counter_app.domain.people.phone import phone_problems
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.steps.recording import correct
from counter_app.wording.sentences import problem_words

NAME, IDENTITY, PHONE, EMAIL, STREET = "name", "identity", "phone", "email", "street"
SUBJECT, NOTE = "subject", "note"


class Correction(ReasonStep):
    """What was typed wrong; never what a printed receipt is found by."""

    kind = Kind.CORRECTED
    use = ReasonUse.CORRECTION

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        return StepWords(tr("Đính chính đăng ký"), "", "edit", tr("Ghi đính chính"))

    def begin(self, dossier: Dossier, found: object) -> None:  # noqa: ARG002
        """Begin with what stands."""
        self.typed |= _values(dossier.received)

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return the fields, the reason, and what changes."""
        said, received = self.typed, dossier.received
        number = Input(
            IDENTITY, tr("Số định danh, giấy tờ"), said.get(IDENTITY, ""),
            problem=self._identity_words(received, false=True),
            doubt=self._identity_words(received, false=False), digits=True,
        )  # fmt: skip
        phone = phone_problems(said.get(PHONE, ""))
        blocks: list[Block] = [
            Fields(NAME, (Input(NAME, tr("Tên chủ hồ sơ"), said.get(NAME, "")), number)),
            Fields(
                PHONE,
                (
                    Input(
                        PHONE, tr("Số điện thoại"), said.get(PHONE, ""),
                        doubt=problem_words(phone[0]) if phone else "", digits=True,
                    ),
                    Input(EMAIL, tr("Thư điện tử"), said.get(EMAIL, "")),
                ),
            ),
            Fields(STREET, (Input(STREET, tr("Số nhà, thôn, tổ"), said.get(STREET, "")),)),
            Fields(
                SUBJECT,
                (Input(SUBJECT, tr("Nội dung yêu cầu giải quyết"), said.get(SUBJECT, "")),),
            ),
            Fields(NOTE, (Input(NOTE, tr("Ghi chú"), said.get(NOTE, "")),)),
            *paper_fields(dossier, self.typed, self.desk.today()),
        ]  # fmt: skip
        for name, before in _values(received).items():
            after = clean(said.get(name, ""))
            if after != before:
                blocks.append(Say(f"was-{name}", before or tr("(trống)"), f"→ {after or '…'}"))
        edited, ticked = self._changed(received), frozenset(self.ticked)
        blocks += promise_blocks(self.desk, dossier, edited, ticked)
        return (*blocks, *self.reason_blocks(tr("Lý do đính chính")))

    def lacks(self, dossier: Dossier) -> Lack | None:
        """A difference that can stand, and a reason."""
        if not clean(self.typed.get(NAME, "")):
            return tr("Tên chủ hồ sơ không để trống."), NAME
        if problem := self._identity_words(dossier.received, false=True):
            return problem, IDENTITY
        moment = moment_problem(dossier, self.typed.get(MOMENT, ""), self.desk.today())
        if moment is not None and moment.is_false:
            return problem_words(moment), MOMENT
        if self._changed(dossier.received) == dossier.received:
            return tr("Sửa ít nhất một mục."), NAME
        return super().lacks(dossier)

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that corrects: only what was typed here, of what stands by then."""
        desk, uid, reason = self.desk, dossier.uid, self.reason()
        before, typed = _values(dossier.received), dict(self.typed)
        edits = {
            name: clean(typed.get(name, ""))
            for name in before
            if clean(typed.get(name, "")) != before[name]
        }
        today, follow = desk.today(), FOLLOW in self.ticked

        def change(now: Received) -> Received:
            after = _edited(now, edits, today)
            promise = follows(desk, dossier, after, reason) if follow else None
            return dataclasses.replace(after, promise=promise) if promise else after

        return lambda: correct(desk.workplace, desk.session, uid, change, reason)

    def said(self, after: Dossier) -> str:  # noqa: ARG002
        """Return what is said then."""
        return tr("Đã ghi đính chính, giá trị cũ vẫn lưu.")

    def _changed(self, received: Received) -> Received:
        return _edited(
            received,
            {
                name: said
                for name, before in _values(received).items()
                if (said := clean(self.typed.get(name, ""))) != before
            },
            self.desk.today(),
        )

    def _identity_words(self, received: Received, *, false: bool) -> str:
        person = self._changed(received).applicant
        if person.identity == received.applicant.identity:
            return ""
        found = identity_problems(
            person.identity, sex=person.sex, birth_date=person.birth_date, today=self.desk.today()
        )
        words = [problem_words(each) for each in found if each.is_false is false]
        return words[0] if words else ""


def _values(received: Received) -> dict[str, str]:
    person = received.applicant
    return {
        NAME: person.name,
        IDENTITY: person.identity.number,
        PHONE: person.phone,
        EMAIL: person.email,
        STREET: person.address.street,
        SUBJECT: received.subject,
        NOTE: received.note,
    } | paper_values(received)


def _edited(received: Received, edits: dict[str, str], today: date) -> Received:
    person = received.applicant
    kind = person.identity.kind
    number = edits.get(IDENTITY, person.identity.number)
    if number and kind is IdentityKind.NONE:
        kind = IdentityKind.PERSONAL_NUMBER
    identity = dataclasses.replace(
        person.identity, kind=kind, number=normal_number(kind, number) if number else ""
    )
    person = dataclasses.replace(
        person,
        name=edits.get(NAME, person.name),
        identity=identity,
        phone=edits.get(PHONE, person.phone),
        email=edits.get(EMAIL, person.email),
        address=dataclasses.replace(
            person.address, street=edits.get(STREET, person.address.street)
        ),
    )
    return dataclasses.replace(
        with_paper(received, edits, today),
        applicant=person,
        subject=edits.get(SUBJECT, received.subject),
        note=edits.get(NOTE, received.note),
    )
