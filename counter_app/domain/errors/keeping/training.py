"""The training mode (tập huấn) and the real counter, kept apart. Words: `wording/training.py`."""

from __future__ import annotations

from counter_app.domain.errors import CounterError


class TrainingError(CounterError):
    """Base of this subject; never raised itself."""

    code = "training"


class TrainingHomeError(TrainingError):
    """The real program was pointed at a home of the training mode. Facts: `path`."""

    code = "training.home"


class NotTrainingHomeError(TrainingError):
    """The training mode was pointed at a folder that isn't its own. Facts: `path`."""

    code = "training.not_home"


class NotPracticeServerError(TrainingError):
    """The training mode was asked to speak to another server than its own. Facts: `server`."""

    code = "training.server"


class PracticeCodeError(TrainingError):
    """A code of a practice paper at a real counter. Facts: `code`."""

    code = "training.code"


class TrainingPartError(TrainingError):
    """The practice province isn't part of this installation. No facts."""

    code = "training.part"
