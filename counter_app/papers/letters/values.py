"""The values of a letter where its form names them; dots where one is missing and a hand writes."""

from __future__ import annotations

import re

from counter_app.domain.form_sets import FormSet
from counter_app.domain.printed.letter import LetterContent
from counter_app.papers.parts.values import phone

DOTS = "." * 24
"""Room for the hand in running text."""

_PLACE = re.compile(r"\{([a-z_]+)\}")
_PHONES = frozenset({"phone", "help_phone"})


class Values:
    """What a content says under the names of its form."""

    def __init__(self, content: LetterContent, form_set: FormSet) -> None:
        self._content = content
        self._form_set = form_set

    def get(self, name: str) -> str:
        """Return the value `name`, line by line as it was typed; empty when it isn't known."""
        text = self._content.code if name == "code" else self._content.values.get(name, "")
        lines = (" ".join(line.split()) for line in text.splitlines())
        text = "\n".join(line for line in lines if line)
        return phone(text) if name in _PHONES else text

    def filled(self, text: str) -> str:
        """Return `text` with its values, dots for those that are missing.

        A stop at the end of a value gives way to the one that the form sets behind it.
        """

        def value(found: re.Match[str]) -> str:
            # Two stars from a value would turn the rest of the line bold.
            known = self.get(found[1]).replace("**", "* *")
            ends = text.startswith((".", ",", ";"), found.end())
            return (known.rstrip(" .;,") if ends else known) or DOTS

        return _PLACE.sub(value, text)

    def has_all(self, text: str) -> bool:
        """Tell whether every value that `text` names is known."""
        return all(self.get(name) for name in _PLACE.findall(text))

    def label(self, name: str, label: str) -> str:
        """Return the label of the value `name`; an identity's is that of its kind."""
        if name == "identity" and not label:
            return self._form_set.identity_label(self._content.identity_kind)
        return label
