"""Phản ánh, kiến nghị: what was said, by whom; a slip with its number."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.presenters.steps.letter_paper import letter_paper
from counter_app.desktop.presenters.steps.step import Lack, Step, StepPaper, StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.printing.letters.making import COMPLAINT
from counter_app.services.steps.recording import complain

TEXT, WHO, PHONE = "text", "who", "phone"


class Complaint(Step):
    """Whoever submitted is expected to be the one who complains."""

    kind = Kind.COMPLAINED

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        return StepWords(tr("Phản ánh, kiến nghị"), "", "note", tr("Ghi và in phiếu tiếp nhận"))

    def begin(self, dossier: Dossier, found: object) -> None:  # noqa: ARG002
        """Begin with who submitted."""
        person = dossier.received.submitter or dossier.received.applicant
        self.typed[WHO], self.typed[PHONE] = person.name, person.phone

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:  # noqa: ARG002
        """Return the three fields."""
        text = Input(TEXT, tr("Nội dung phản ánh, kiến nghị"), self.typed.get(TEXT, ""), lines=4)
        who = Input(WHO, tr("Người phản ánh"), self.typed.get(WHO, ""))
        phone = Input(PHONE, tr("Số điện thoại"), self.typed.get(PHONE, ""), digits=True)
        return (Fields(TEXT, (text,)), Fields(WHO, (who, phone)))

    def lacks(self, dossier: Dossier) -> Lack | None:  # noqa: ARG002
        """Something must have been said."""
        said = clean(self.typed.get(TEXT, ""))
        return None if said else (tr("Ghi nội dung phản ánh, kiến nghị."), TEXT)

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that records it."""
        desk, uid = self.desk, dossier.uid
        text, who, phone = (self.typed.get(name, "") for name in (TEXT, WHO, PHONE))
        return lambda: complain(desk.workplace, desk.session, uid, text, who, phone)

    def said(self, after: Dossier) -> str:
        """Return the slip's number."""
        number = after.complaints[-1].number
        return tr("Đã ghi phản ánh số {number}.").format(number=number)

    def paper(self, after: Dossier) -> StepPaper:
        """Return the slip."""
        title = tr("Phiếu phản ánh {code}").format(code=after.shown_code)
        return letter_paper(self.desk, after, COMPLAINT, title)
