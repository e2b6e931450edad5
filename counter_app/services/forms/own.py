"""The form sets of this office: taken over whole or not at all, and left again at any time.

They lie in the folder `forms` of the home, one file `<id>.json` each. Beside it `<id>.taken` says
who took it over, and that these very bytes passed the check of this version of the program: a file
that somebody changed since, and every file under a newer program, is checked again at the start.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from counter_app import __version__
from counter_app.domain.errors.catalogue import FormSetNotKeptError
from counter_app.domain.form_checks.reading import read_form_set
from counter_app.domain.form_sets import FormSet
from counter_app.durable import make_folder, remove_leftovers, sync_folder, write_atomically
from counter_app.services.counter.reference import whole_set

FOLDER = "forms"
"""Name of the folder in the home."""

_PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class Taken:
    """Who took a set over, and when; empty when nobody knows any more.

    `sha256` is of its file as it lies there.
    """

    who: str = ""
    at: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class OwnForms:
    """The office's sets that can be used, who took them over, and the files that can't be used."""

    sets: tuple[FormSet, ...] = ()
    taken: tuple[tuple[str, Taken], ...] = ()
    unusable: tuple[str, ...] = ()


def own_folder(store_file: Path) -> Path:
    """Return where a home keeps its form sets; `store_file` is its store."""
    return store_file.with_name(FOLDER)


def load_own(folder: Path, check: Callable[[object], bool]) -> OwnForms:
    """Return the sets in `folder` that can be used, and name the others.

    `check` is asked of a whole plain set whose bytes nobody has checked with this program. What
    can't be read or doesn't pass stays where it lies, and isn't used.
    """
    sets: list[FormSet] = []
    taken: list[tuple[str, Taken]] = []
    unusable: list[str] = []
    for file in sorted(folder.glob("*.json")):
        found = _usable(file, check)
        if found is None:
            unusable.append(file.stem)
        else:
            form_set, digest = found
            sets.append(form_set)
            taken.append((form_set.id, _taken(file, digest)))
    return OwnForms(tuple(sets), tuple(taken), tuple(unusable))


def keep_own(folder: Path, plain: dict[str, object], who: str, at: datetime) -> str:
    """Make `plain`, which passed the check, the office's set of its id; return its file's sha256.

    On return it is on the disk; before, the old one stands untouched. Raises FormSetNotKeptError.
    """
    body = json.dumps(plain, ensure_ascii=False, indent=1).encode()
    file = folder / f"{plain['id']}.json"
    digest = _digest(body)
    note = {"sha256": digest, "program": __version__, "who": who, "at": at.isoformat()}
    try:
        make_folder(folder, mode=_PRIVATE)
        remove_leftovers(folder)
        write_atomically(file, body)
        # A power cut before this note costs one more check at the next start, nothing else.
        write_atomically(_note(file), json.dumps(note, ensure_ascii=False).encode())
    except OSError as error:
        raise FormSetNotKeptError(id=plain["id"], reason=error.strerror) from error
    return digest


def leave_own(folder: Path, identifier: str) -> str:
    """Go back to the set that ships; return the sha256 of the file that was left, "" for none.

    The file is kept under another name, for whom it may concern: `<id>.json.left`. Raises
    FormSetNotKeptError.
    """
    file = next((each for each in folder.glob("*.json") if each.stem == identifier), None)
    if file is None:
        return ""
    try:
        digest = _digest(file.read_bytes())
        file.replace(file.with_name(f"{file.name}.left"))
        _note(file).unlink(missing_ok=True)
        sync_folder(folder)
    except OSError as error:
        raise FormSetNotKeptError(id=identifier, reason=error.strerror) from error
    return digest


def _usable(file: Path, check: Callable[[object], bool]) -> tuple[FormSet, str] | None:
    """Return a set and the sha256 of its file, None for one that can't be used."""
    try:
        body = file.read_bytes()
        plain = json.loads(body)
        if not isinstance(plain, dict) or plain.get("id") != file.stem:
            return None  # a copy of another name would stand beside the set that it is
        whole = whole_set(plain)
        found, _ = read_form_set(whole)
        passed, digest = _read_note(file), _digest(body)
        known = passed.get("sha256") == digest and passed.get("program") == __version__
        return (found, digest) if found is not None and (known or check(whole)) else None
    except (OSError, ValueError, RecursionError):
        return None


def _taken(file: Path, digest: str) -> Taken:
    note = _read_note(file)
    if note.get("sha256") != digest:
        return Taken(sha256=digest)  # somebody changed the file since: nobody knows who
    return Taken(str(note.get("who", "")), str(note.get("at", "")), digest)


def _read_note(file: Path) -> dict[str, object]:
    try:
        note = json.loads(_note(file).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return note if isinstance(note, dict) else {}


def _note(file: Path) -> Path:
    return file.with_suffix(".taken")


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
