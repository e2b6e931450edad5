"""The home folder, its settings and the program's own parts. Words: `wording/home.py`."""

from __future__ import annotations

from counter_app.domain.errors import CounterError
from counter_app.domain.problems import Problem


class HomeError(CounterError):
    """Base of this subject; never raised itself."""

    code = "home"


class NotWritableError(HomeError):
    """The home can't be made or written. Facts: `path`, `reason` (the system's words)."""

    code = "home.not_writable"


class NotAFolderError(HomeError):
    """What was named as the home is a file, or lies inside one. Facts: `path`."""

    code = "home.not_a_folder"


class PathUnusableError(HomeError):
    """A path that was given to a command can't be used. Facts: `path`, `reason` (the system's)."""

    code = "home.path_unusable"


class OutputLostError(HomeError):
    """What a command had to say couldn't be written. Facts: `reason` (the system's words)."""

    code = "home.output_lost"


class NobodyToAskError(HomeError):
    """A command asks for a password where nobody can type one: no terminal, and nothing piped."""

    code = "home.nobody_to_ask"


class InUseError(HomeError):
    """Another program works in this home. Facts: `path`, `pid` ("?" when it isn't known)."""

    code = "home.in_use"


class SettingsDamagedError(HomeError):
    """The settings file isn't TOML. Facts: `path`, `reason` (with line and column)."""

    code = "home.settings_damaged"


class PartMissingError(HomeError):
    """A file of the program itself isn't where it was installed. Facts: `name`."""

    code = "home.part_missing"


class SettingsRefusedError(HomeError):
    """The settings hold something that can't be used; `problems` say what. Facts: `path`."""

    code = "home.settings_refused"

    def __init__(self, problems: tuple[Problem, ...], **facts: object) -> None:
        super().__init__(**facts)
        self.problems = problems
