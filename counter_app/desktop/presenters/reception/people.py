"""Who is in the dossier: cards that are read, citizens that are known, persons that are typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind
from counter_app.desktop.presenters.persons.kinds import Name, PersonRole
from counter_app.desktop.presenters.persons.reading import PersonEntry
from counter_app.desktop.presenters.persons.typed import TypedPerson
from counter_app.desktop.presenters.reception.desk_state import FormFor
from counter_app.desktop.presenters.reception.drafting.draft import (
    ReceptionDraft,
    with_submitter,
)
from counter_app.desktop.presenters.reception.shown.people import address_open, card_doubts
from counter_app.desktop.presenters.reception.state import Block
from counter_app.desktop.presenters.reception.work import Work
from counter_app.desktop.scanning.meaning import CardScan
from counter_app.domain.people.citizen_card import CardReading, person_of
from counter_app.domain.people.person import (
    Authority,
    Capacity,
    IdentityKind,
    Person,
    RelatedPerson,
    Sex,
)
from counter_app.domain.people.phone import normal_phone, phone_problems
from counter_app.i18n import tr
from counter_app.services.people.recognition import KnownCitizen, citizens, recognise

_ADULT = 18
_PHONE = 10  # digits of a mobile number
_SHOWN = 8  # citizens that are proposed at once
_ROLES = {
    FormFor.APPLICANT: PersonRole.APPLICANT,
    FormFor.OTHER_APPLICANT: PersonRole.APPLICANT,
    FormFor.SUBMITTER: PersonRole.SUBMITTER,
    FormFor.RELATED: PersonRole.RELATED,
}


class People:
    """The first card's decisions."""

    def __init__(self, desk: Desk, work: Work, go_on: Callable[[], None]) -> None:
        self._desk = desk
        self._work = work
        self._go_on = go_on
        self._asked = 0

    # Cards.

    def read(self, scan: CardScan) -> None:
        """Take a citizen card: the applicant, or a second person of a draft under way."""
        draft, reading = self._work.draft, scan.reading
        if draft.applicant is None:
            self._applicant(reading, scan.at)
            return
        numbers = {draft.applicant.identity.number}
        if draft.submitter is not None:
            numbers.add(draft.submitter.identity.number)
        if reading.number in numbers:
            self._desk.notify(
                Notice(
                    tr("Thẻ {name} đã có trong hồ sơ này.").format(name=reading.name),
                    kind=NoticeKind.INFO,
                    icon="card",
                )
            )
            return
        self._work.show(second=reading, whom=False, form=None, current=Block.APPLICANT)

    def take_second(self, *, related: bool) -> None:
        """Put the second card into the dossier: as submitter, or as a related person."""
        reading = self._work.ui.second
        draft = self._work.draft
        applicant = draft.applicant
        if reading is None or applicant is None:
            return
        person = self.placed(reading)
        if related:
            draft = replace(draft, related=(*draft.related, RelatedPerson(person, "")))
        else:
            authority = _authority(applicant, person, self._desk)
            draft = with_submitter(draft, person, authority)
        self._work.edit(draft, second=None)
        self._go_on()

    def _applicant(self, reading: CardReading, at: datetime) -> None:
        person = self.placed(reading)
        resolved = self._desk.units.resolve(reading.address) if reading.address else None
        draft = replace(self._work.draft, applicant=person, card_at=at, address_later=False)
        self._work.edit(
            draft,
            card=reading,
            address=resolved,
            known=None,
            typed_person="",
            citizens=(),
            typed_phone=None,
            form=None,
            grey="",
            current=Block.APPLICANT,
            focus=self._work.ui.focus + 1,
        )
        self._recognise(person)

    def placed(self, reading: CardReading) -> Person:
        """Return the person of a card, at today's commune when that is certain."""
        person = person_of(reading)
        if not reading.address:
            return person
        return replace(person, address=self._desk.units.resolve(reading.address).address())

    # Known citizens.

    def _recognise(self, person: Person) -> None:
        number = person.identity.number
        if not number:
            return
        self._asked += 1
        asked, workplace = self._asked, self._desk.workplace

        def done(known: KnownCitizen | None) -> None:
            if asked == self._asked:
                self._recognised(number, known)

        self._desk.jobs.run(lambda: recognise(workplace, number), done)

    def _recognised(self, number: str, known: KnownCitizen | None) -> None:
        draft = self._work.draft
        person = draft.applicant
        if person is None or person.identity.number != number:
            return
        if known is not None:
            person = _filled(person, known.person)
            # Not an act of the officer's: nothing to be undone.
            self._work.draft = replace(draft, applicant=person)
        self._work.show(known=known, edits=self._work.ui.edits + 1)
        if known is not None and self._work.ui.current is Block.APPLICANT:
            self._go_on_from_card()

    def _go_on_from_card(self) -> None:
        """Leave the first card by itself when a known citizen's card raises no question."""
        draft, ui = self._work.draft, self._work.ui
        doubtful = any(each.code not in draft.seen for each in card_doubts(ui))
        if not doubtful and not address_open(draft, ui) and ui.second is None and not ui.form:
            self._go_on()

    # Typing.

    def search(self, text: str) -> None:
        """Look for citizens by what was typed into the empty first card."""
        self._asked += 1
        asked, workplace = self._asked, self._desk.workplace
        if not text.strip():
            self._work.show(
                typed_person=text, citizens=(), citizen_at=0, seeking=False, enter_waits=False
            )
            return
        self._work.show(typed_person=text, citizen_at=0, seeking=True, enter_waits=False)

        def done(found: tuple[KnownCitizen, ...]) -> None:
            ui = self._work.ui
            if asked != self._asked or not ui.seeking or self._work.draft.applicant is not None:
                return  # something else was done meanwhile
            shown = found[:_SHOWN]
            moved = ui.citizens[ui.citizen_at : ui.citizen_at + 1] if ui.citizen_at else ()
            places = [at for at, each in enumerate(shown) if each in moved]
            self._work.show(
                citizens=shown, citizen_at=places[0] if places else 0,
                seeking=False, enter_waits=False,
            )  # fmt: skip
            if ui.enter_waits and (places or not moved):
                self.enter_typed()

        self._desk.jobs.run(lambda: citizens(workplace, text), done)

    def enter_typed(self) -> None:
        """Take the citizen that is chosen, or open the form with what was typed.

        Before the store has answered, Enter waits for it: the rows on the screen belong to fewer
        letters than were typed, and are somebody else. Who was chosen among them by the arrows
        stays chosen if still found; if not, Enter takes nobody.
        """
        ui = self._work.ui
        if ui.seeking:
            self._work.show(enter_waits=True)
        elif ui.citizens:
            self.take_known(ui.citizen_at)
        elif ui.typed_person.strip():
            self.open_form(FormFor.APPLICANT)

    def take_known(self, at: int) -> None:
        """Take a citizen whom this office knows as applicant."""
        found = self._work.ui.citizens
        if not 0 <= at < len(found):
            return
        known = found[at]
        draft = replace(self._work.draft, applicant=known.person, card_at=None)
        self._work.edit(draft, known=known, card=None, address=None, typed_person="", citizens=())
        self._go_on()

    def type_phone(self, text: str) -> None:
        """Keep the applicant's phone as it is typed."""
        person = self._work.draft.applicant
        if person is None:
            return
        draft = replace(self._work.draft, applicant=replace(person, phone=normal_phone(text)))
        self._work.edit(draft, typed_phone=text)

    # The person form.

    def open_form(self, whom: FormFor) -> None:
        """Open the person form in the first card."""
        self._work.show(
            form=whom,
            whom=False,
            second=None,
            current=Block.APPLICANT,
            focus=self._work.ui.focus + 1,
        )

    def form_start(self) -> tuple[PersonRole, Person | None, TypedPerson | None]:
        """Return what the form begins with: its role, a person, what was typed of one already."""
        draft, whom = self._work.draft, self._work.ui.form or FormFor.APPLICANT
        typed = draft.typing
        if typed is None and whom is FormFor.APPLICANT and draft.applicant is None:
            typed = begun_with(self._work.ui.typed_person)
        person = draft.applicant if whom is FormFor.APPLICANT and typed is None else None
        return _ROLES[whom], person, typed

    def keep_typed(self, typed: TypedPerson) -> None:
        """Keep in the draft what stands in the open form: a crash must not lose it."""
        whom = self._work.ui.form or FormFor.APPLICANT
        self._work.draft = replace(self._work.draft, typing=typed, typing_for=whom.value)
        self._work.show(edits=self._work.ui.edits + 1)

    def reopen_form(self) -> None:
        """Open the form again that a kept draft was left with."""
        if self._work.draft.typing is not None:
            self.open_form(FormFor(self._work.draft.typing_for))

    def entered(self, entry: PersonEntry) -> None:
        """Take the person that was typed."""
        whom = self._work.ui.form or FormFor.APPLICANT
        before = replace(self._work.draft, typing=None, typing_for="")
        draft = _with_entry(before, whom, entry, self._desk)
        applicant = whom in (FormFor.APPLICANT, FormFor.OTHER_APPLICANT)
        ui = {"card": None, "address": None, "known": None} if applicant else {}
        self._work.edit(draft, form=None, typed_person="", citizens=(), typed_phone=None, **ui)
        if applicant and draft.applicant is not None:
            self._recognise(draft.applicant)
        self._go_on()

    def cancel_form(self) -> None:
        """Close the form. What was typed goes with it, and comes back by Ctrl+Z."""
        draft = replace(self._work.draft, typing=None, typing_for="")
        self._work.edit(draft, form=None, focus=self._work.ui.focus + 1)

    # Citizens chosen elsewhere.

    def begin_with(self, person: Person) -> None:
        """Take a person as applicant of an empty draft."""
        self._work.edit(replace(self._work.draft, applicant=person), known=None)
        self._recognise(person)
        self._go_on()

    def begin_with_card(self, reading: CardReading, at: datetime) -> None:
        """Take the second card of a parked draft as applicant of the new one."""
        self._applicant(reading, at)

    # Questions.

    def choose_unit(self, at: int) -> None:
        """Take one of the new units of an old address."""
        ui, draft = self._work.ui, self._work.draft
        if ui.address is None or draft.applicant is None or not 0 <= at < len(ui.address.units):
            return
        address = ui.address.address(ui.address.units[at])
        self._work.edit(replace(draft, applicant=replace(draft.applicant, address=address)))
        self._go_on_after_question()

    def leave_address(self) -> None:
        """Leave the old address as the card says it."""
        self._work.edit(replace(self._work.draft, address_later=True))
        self._go_on_after_question()

    def confirm_card(self) -> None:
        """The officer compared the card with what contradicts itself."""
        seen = {*self._work.draft.seen, *(each.code for each in card_doubts(self._work.ui))}
        self._work.edit(replace(self._work.draft, seen=tuple(sorted(seen))))
        self._go_on_after_question()

    def _go_on_after_question(self) -> None:
        draft, ui = self._work.draft, self._work.ui
        if address_open(draft, ui) or any(e.code not in draft.seen for e in card_doubts(ui)):
            return
        if ui.known is not None or draft.procedure:
            self._go_on()
        else:
            self._work.refocus()  # the phone of somebody new is asked next


def _filled(person: Person, known: Person) -> Person:
    """Return the card's person with what only this office knows: phone, e-mail, chosen unit."""
    address = person.address
    if not address.unit_code and known.address.original == address.original:
        address = known.address
    return replace(
        person,
        phone=person.phone or known.phone,
        email=person.email or known.email,
        address=address,
    )


def _with_entry(
    draft: ReceptionDraft, whom: FormFor, entry: PersonEntry, desk: Desk
) -> ReceptionDraft:
    person = entry.person
    if whom is FormFor.RELATED:
        related = RelatedPerson(person, entry.role_words)
        return replace(draft, related=(*draft.related, related))
    if whom is FormFor.SUBMITTER:
        return with_submitter(draft, person, entry.authority)
    if whom is FormFor.OTHER_APPLICANT and draft.applicant is not None:
        authority = _authority(person, draft.applicant, desk)
        draft = with_submitter(draft, draft.applicant, authority)
    draft = replace(draft, applicant=person, card_at=None)
    if entry.submitter is not None:
        draft = with_submitter(draft, entry.submitter, entry.authority)
    return draft


def _authority(applicant: Person, submitter: Person, desk: Desk) -> Authority:
    """Return the likeliest capacity: a parent for a minor, a representative for a body."""
    if applicant.identity.kind in (IdentityKind.TAX_CODE, IdentityKind.DECISION):
        return Authority(Capacity.INTRODUCTION_LETTER)
    age = _age(applicant, desk.today())
    if age is not None and age < _ADULT and submitter.sex is not None:
        return Authority(Capacity.MOTHER if submitter.sex is Sex.FEMALE else Capacity.FATHER)
    return Authority(Capacity.AUTHORISED)


def _age(person: Person, today: date) -> int | None:
    """Return the age in years; where only a year of birth was typed, the greatest it can be."""
    born = person.birth_date
    if born is not None:
        return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return None if person.birth_year is None else today.year - person.birth_year


def begun_with(text: str) -> TypedPerson | None:
    """Return the form begun with what was typed into the search line: a number, a phone, a name."""
    text = text.strip()
    if not text:
        return None
    digits = normal_phone(text)
    if digits.isdecimal():
        # A tax code has ten digits too; most begin as no phone does.
        is_phone = len(digits) == _PHONE and not phone_problems(digits)
        return TypedPerson().with_text(Name.PHONE if is_phone else Name.NUMBER, digits)
    if any(char.isdecimal() for char in text):  # no name has a digit, passports have
        return TypedPerson().with_text(Name.NUMBER, text)
    return TypedPerson().with_text(Name.NAME, text)
