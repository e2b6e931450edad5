"""Keys of updates: kept under words, read by them, pinned by their public half."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.domain.errors.keeping.updating import UpdateKeyUnusableError, UpdateNotWrittenError
from counter_app.vault.device_key import is_signed
from counter_app.vault.update_keys import SigningKey, pinned_keys, pinned_text


def test_a_key_is_read_by_its_words_only(tmp_path: Path) -> None:
    key, file = SigningKey.create(), tmp_path / "private.pem"
    key.keep(file, "câu khóa thử")
    again = SigningKey.read(file, "câu khóa thử")
    assert again.note == key.note
    assert is_signed(key.note.public, b"x", again.sign(b"x"))
    for words in ("", "câu khác"):
        with pytest.raises(UpdateKeyUnusableError):
            SigningKey.read(file, words)
    with pytest.raises(UpdateNotWrittenError):  # never written over
        key.keep(file)
    assert "PRIVATE" not in repr(key)


def test_only_files_of_the_right_id_are_pinned(tmp_path: Path) -> None:
    key, other = SigningKey.of(bytes(32)), SigningKey.create()
    (tmp_path / "a.json").write_text(pinned_text(key.note, "thử"), encoding="utf-8")
    text = pinned_text(other.note, "").replace(other.note.id, key.note.id)
    (tmp_path / "b.json").write_text(text, encoding="utf-8")
    (tmp_path / "c.json").write_text("[]", encoding="utf-8")
    assert pinned_keys(tmp_path) == (key.note,)
    with pytest.raises(UpdateKeyUnusableError):
        SigningKey.read(tmp_path / "a.json")
