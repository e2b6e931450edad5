"""What of a text can't be about a person: the one mask of logs and crash reports.

Nothing is searched for that looks like a name: there is no end to names. Only what can't be one is
kept: lower-case words, identifiers in camel case, short numbers. Tokens, codes and all that an SQL
statement was given go whole.
"""

from __future__ import annotations

import re

LONGEST_MESSAGE = 300
"""Characters of an exception's message: a longer one is somebody's data."""

HIDDEN = "…"
HIDDEN_NUMBER = "••••"

_READ = 4 * LONGEST_MESSAGE
"""So much is looked at: who logs a whole file doesn't hold the program up."""

_NUMBER = re.compile(r"\d(?:[\W_]{0,3}\d){3,}")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”|‘[^’]*’|`[^`]*`")
_KEPT_IN_QUOTES = re.compile(r".[a-z_][a-z_.]*(?:_?[0-9]{1,2})?.")
_WORD = re.compile(r"[^\W\d]+", re.UNICODE)
_PLAIN_WORD = re.compile(r"[a-z_]+|[A-Za-z]*[a-z][A-Z][A-Za-z]*|[A-Z]{2,}[a-z]+[A-Za-z]*", re.ASCII)
_STATEMENT = re.compile(r"\[(?:SQL|parameters).*", re.DOTALL)
_SECRET = re.compile(
    r"\b(bearer|basic|token|password|passwd|passphrase|authorization|secret|mật khẩu)\b[\s:=]+\S+",
    re.IGNORECASE,
)
_CHUNK = re.compile(r"[A-Za-z0-9_+/=~-]{6,}", re.ASCII)
_LONGEST_CHUNK = 48
_WITH_DIGITS = re.compile(r"[a-z_]+-?[0-9]{1,2}|[0-9+/=~-]+", re.ASCII)
"""Such chunks of letters and digits stay: `utf-8`, `sqlite3`; plain numbers are seen to later."""


def masked_message(message: str) -> str:
    """Return what of a message can't be about a person, on one line."""
    text = " ".join(_STATEMENT.sub(HIDDEN, message[:_READ]).split())[:LONGEST_MESSAGE]
    text = _QUOTED.sub(lambda found: _quoted(found[0]), text)
    text = _SECRET.sub(lambda found: f"{found[1]} {HIDDEN}", text)
    text = _CHUNK.sub(lambda found: _chunk(found[0]), text)
    text = _NUMBER.sub(HIDDEN_NUMBER, text)
    text = _WORD.sub(lambda found: _word(found[0]), text)
    # What stood between two short numbers may be gone now.
    text = _NUMBER.sub(HIDDEN_NUMBER, text)
    return re.sub(r"…(?:[\s,]*…)+", HIDDEN, " ".join(text.split()))


def _quoted(found: str) -> str:
    if _KEPT_IN_QUOTES.fullmatch(found):
        return found
    return f"{found[0]}{HIDDEN}{found[-1]}"


def _chunk(found: str) -> str:
    """Hide tokens and codes: letters and digits mixed, or longer than any name of ours."""
    letters = any(char.isalpha() for char in found)
    digits = any(char.isdigit() for char in found)
    if letters and digits:
        return found if _WITH_DIGITS.fullmatch(found) else HIDDEN
    return HIDDEN if letters and len(found) > _LONGEST_CHUNK else found


def _word(found: str) -> str:
    return found if _PLAIN_WORD.fullmatch(found) else HIDDEN
