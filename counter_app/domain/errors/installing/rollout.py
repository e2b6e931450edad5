"""Unattended enrolment by a file of answers. Words: `wording/rollout.py`.

No error here carries a one-time code.
"""

from __future__ import annotations

from counter_app.domain.errors import CounterError
from counter_app.domain.problems import Problem


class RolloutError(CounterError):
    """Base of this subject; never raised itself."""

    code = "rollout"


class AnswersUnreadableError(RolloutError):
    """The file of answers isn't there, or isn't TOML. Facts: `path`, `reason`."""

    code = "rollout.unreadable"


class AnswersRefusedError(RolloutError):
    """Some answers can't be used; `problems` say which, all at once. Facts: `path`."""

    code = "rollout.refused"

    def __init__(self, problems: tuple[Problem, ...], **facts: object) -> None:
        super().__init__(**facts)
        self.problems = problems


class EnrolledElsewhereError(RolloutError):
    """This machine is enrolled, and not as the answers say.

    Facts: `device`, `counter`, `centre`, `server` (what it is), and `wanted_counter`,
    `wanted_centre`, `wanted_server`.
    """

    code = "rollout.elsewhere"


class CopiedHomeError(RolloutError):
    """The home was enrolled on another machine: an image or a copied folder. Facts: `device`."""

    code = "rollout.copied"
