"""What can keep a paper from being printed: fonts, symbols, texts that no page holds."""

from __future__ import annotations

from typing import ClassVar

from counter_app.domain.errors import CounterError


class PaperError(CounterError):
    """A paper could not be made; nothing was sent to a printer."""

    code: ClassVar[str] = "paper"


class NoFontsError(PaperError):
    """No font with all Vietnamese letters was found. Facts: `refused` (files, or "–")."""

    code: ClassVar[str] = "paper.no_fonts"


class SymbolError(PaperError):
    """A code can't be drawn as a symbol that reads back as itself. Facts: `dossier`."""

    code: ClassVar[str] = "paper.symbol"


class TooLongError(PaperError):
    """One text is taller than a whole page. Facts: `what` (its first words)."""

    code: ClassVar[str] = "paper.too_long"


class NoFormError(PaperError):
    """The form set has no form of that name. Facts: `letter` (its name), `form_set` (its id)."""

    code: ClassVar[str] = "paper.no_form"


class PreviewError(PaperError):
    """A file is no PDF, or a damaged one. Facts: none."""

    code: ClassVar[str] = "paper.preview"
