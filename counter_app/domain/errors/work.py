"""What an officer asked for and can't be done as asked."""

from __future__ import annotations

from typing import ClassVar

from counter_app.domain.errors import CounterError
from counter_app.domain.problems import Problem


class WorkError(CounterError):
    """Something that was asked for can't be done."""

    code = "work"


class NotEnrolledError(WorkError):
    """This machine belongs to no province yet."""

    code = "work.not_enrolled"


class AlreadyEnrolledError(WorkError):
    """This machine is enrolled; facts: device, centre."""

    code = "work.already_enrolled"


class EnrolCodeShapeError(WorkError):
    """What was given as a one-time code can't be one: too short or too long. Facts: length."""

    code = "work.enrol_code_shape"


class EnrolOtherPlaceError(WorkError):
    """The server enrolled this machine for another place than was asked for; nothing was kept.

    Facts: `device`, `centre`, `counter` (what it answered), `wanted_centre`, `wanted_counter`.
    """

    code = "work.enrol_other_place"


class EnrolInterruptedError(WorkError):
    """The server couldn't be asked. Facts: why (in words, without a full stop)."""

    code = "work.enrol_interrupted"


class FalseStepError(WorkError):
    """The step would be false on paper; `problems` say why. Facts: code."""

    code = "work.false_step"

    def __init__(self, problems: tuple[Problem, ...], **facts: object) -> None:
        super().__init__(**facts)
        self.problems = problems


class BreachUnconfirmedError(WorkError):
    """A limit would be broken, and no reason and supervisor were given. Facts: code, limits."""

    code = "work.breach_unconfirmed"

    def __init__(self, breaches: tuple[str, ...], **facts: object) -> None:
        super().__init__(**facts, limits=", ".join(breaches))
        self.breaches = breaches


class DossierUnknownError(WorkError):
    """No dossier with this code is on this machine. Facts: code."""

    code = "work.dossier_unknown"


class ForeignCodeError(WorkError):
    """The code belongs to another office. Facts: code, agency."""

    code = "work.foreign_code"


class ProcedureUnknownError(WorkError):
    """No procedure in force has this code. Facts: procedure."""

    code = "work.procedure_unknown"


class ClockDoubtfulError(WorkError):
    """The machine's date can't be right beside what already happened. Facts: shown, latest."""

    code = "work.clock_doubtful"


class CodeUnreadableError(WorkError):
    """A scan or typed text is no code. Facts: text."""

    code = "work.code_unreadable"


class NoRoundError(WorkError):
    """A round with the server was needed and could not be made. Facts: why."""

    code: ClassVar[str] = "work.no_round"


class OfflineLoginError(WorkError):
    """This officer can't log in without a line. Facts: officer."""

    code = "work.offline_login"


class TakenBackError(WorkError):
    """The province takes this machine back: no new dossier begins here. Facts: device."""

    code = "work.taken_back"


class NotDrainedError(WorkError):
    """Nothing is erased while anything waits, or nobody ordered it. Facts: waiting (how many)."""

    code = "work.not_drained"


class WipeNotOrderedError(WorkError):
    """The province didn't order this machine's data to be erased."""

    code = "work.wipe_not_ordered"


class MachineReplacedError(WorkError):
    """Another machine takes this one's place: nothing is written here any more. Facts: device."""

    code = "work.machine_replaced"


class ReplaceNotNowError(WorkError):
    """A restored store must ask the province before its machine is replaced. Facts: device."""

    code = "work.replace_not_now"


class WrongDeviceNumberError(WorkError):
    """Another number was typed than this machine's. Facts: device."""

    code = "work.wrong_device_number"


class NotPermittedError(WorkError):
    """The officer's roles don't allow this. Facts: officer (the name)."""

    code = "work.not_permitted"


class AnswerSettledError(WorkError):
    """What the server said of this act was settled already, or it needs nobody."""

    code = "work.answer_settled"


class AnswerOpenError(WorkError):
    """A field that both sides changed has no choice, or what was typed can't be. Facts: field."""

    code = "work.answer_open"
