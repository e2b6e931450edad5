"""Whose signature counts, and for what: pinned keys, keys that they introduced, the province's.

The publisher's keys ship with the program and count for every kind. The province's key of lists,
pinned at the enrolment, counts for lists only: a province can send its own, and never a program.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.domain.errors.keeping.updating import UpdateKeyUnknownError
from counter_app.domain.journal.canonical import canonical, sha256
from counter_app.domain.plain import from_plain
from counter_app.domain.updates.manifest import FORMAT, KeyNote, Manifest, PackageKind
from counter_app.durable import make_folder, write_atomically
from counter_app.vault.device_key import is_signed
from counter_app.vault.update_keys import key_id


@dataclass(frozen=True, slots=True)
class Trust:
    """The keys that are trusted, by id: the publisher's, and the province's."""

    publisher: Mapping[str, KeyNote] = field(default_factory=dict)
    province: Mapping[str, KeyNote] = field(default_factory=dict)

    def key(self, identifier: str, kind: PackageKind, file: str) -> KeyNote:
        """Return the key of that id for packages of `kind`. Raises UpdateKeyUnknownError."""
        found = self.publisher.get(identifier)
        if found is None and not kind.is_program:
            found = self.province.get(identifier)
        if found is None:
            raise UpdateKeyUnknownError(file=file, key=identifier)
        return found


def trust_of(
    pinned: Iterable[KeyNote], province: str = "", introduced: Path | None = None
) -> Trust:
    """Return what is trusted: `province` is its public key, `introduced` the folder of notes.

    The notes are the signed manifests that introduced or retired keys, so nobody can put a key in
    that folder by hand. A key can retire those before it, on whose word it stands, and no others.
    """
    known = {each.id: each for each in pinned}
    before: dict[str, set[str]] = {each: set() for each in known}
    notes = _notes(introduced)
    retired: set[str] = set()
    grown = True
    while grown:
        grown = False
        for manifest, words, key, signature in notes:
            signer, new = known.get(key), manifest.introduces
            if signer is None or not is_signed(signer.public, FORMAT + words, signature):
                continue
            if new is not None and new.id not in known and new.id == key_id(new.public):
                known[new.id], before[new.id] = new, {key, *before[key]}
                grown = True
            retired |= set(manifest.retires) & before[key]
    publisher = {name: each for name, each in known.items() if name not in retired}
    own = {key_id(province): KeyNote(key_id(province), province)} if province else {}
    return Trust(publisher, own)


def keep_introduction(
    folder: Path, manifest: Manifest, words: bytes, key: str, signature: bytes
) -> None:
    """Keep the words that introduced or retired a key, if they do. Raises OSError."""
    if manifest.introduces is None and not manifest.retires:
        return
    make_folder(folder, mode=0o700)
    plain = {
        "words": base64.b64encode(words).decode(),
        "key": key,
        "signature": base64.b64encode(signature).decode(),
    }
    write_atomically(folder / f"{sha256(words)[:16]}.json", canonical(dict(plain)))


def _notes(folder: Path | None) -> list[tuple[Manifest, bytes, str, bytes]]:
    found = []
    for file in sorted(folder.glob("*.json")) if folder is not None else ():
        try:
            plain = json.loads(file.read_bytes())
            words = base64.b64decode(plain["words"], validate=True)
            signature = base64.b64decode(plain["signature"], validate=True)
            manifest = from_plain(Manifest, json.loads(words))
            found.append((manifest, words, str(plain["key"]), signature))
        except (OSError, ValueError, KeyError, TypeError, binascii.Error):
            continue
    return found
