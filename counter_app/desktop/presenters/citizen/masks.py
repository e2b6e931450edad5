"""Names as others in the hall may read them (DOMAIN §12): enough to know oneself by."""

from __future__ import annotations

from counter_app.domain.people.person import Person, PersonKind
from counter_app.domain.text import clean

_HIDDEN = "••"
"""Two dots for whatever is hidden: its length says nothing."""


def masked_name(name: str) -> str:
    """Return a citizen's name with the given name alone whole: `Trần Thị Mẫu` → `T•• T•• Mẫu`.

    In a Vietnamese name the last word is what one is called by; a name of one word keeps its
    first letter.
    """
    words = clean(name).split()
    if len(words) < 2:
        return "".join(word[0] + _HIDDEN for word in words)
    return " ".join((*(word[0] + _HIDDEN for word in words[:-1]), words[-1]))


def shown_name(person: Person) -> str:
    """Return the name as the screen shows it. That of a body is in public registers anyway."""
    return masked_name(person.name) if person.kind is PersonKind.CITIZEN else clean(person.name)
