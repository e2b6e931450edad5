"""What a letter says beside its dossier's own values, by the names that its form uses."""

from __future__ import annotations

from collections.abc import Mapping

from counter_app.domain.printed.letter import LetterRow

Values = Mapping[str, str]
Lists = Mapping[str, tuple[LetterRow, ...]]
