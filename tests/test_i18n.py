from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app import i18n
from counter_app.config import LANGUAGES, resource
from counter_app.i18n import (
    RefusedTranslationError,
    Translator,
    install,
    load,
    placeholders,
    tr,
)
from counter_app.wording.home import WORDS

HEAD = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


@pytest.fixture
def own_language() -> Iterator[None]:
    before = install(Translator())
    yield
    install(before)


def catalogue(folder: Path, body: str, head: str = HEAD) -> Path:
    (folder / "en.po").write_text(head + body, "utf-8")
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_catalogue_is_taken_whole(language: str) -> None:
    translator = load(language, resource("i18n"), strict=True)
    assert translator.language == language


def test_english_has_the_words_of_the_home() -> None:
    english = load("en", resource("i18n"), strict=True)
    for sentence in WORDS.values():
        for part in (sentence.what, sentence.safe, sentence.next):
            assert english.tr(part) != part
    assert english.several("{n} hồ sơ", 1) == "{n} dossier"
    assert english.several("{n} hồ sơ", 0) == "{n} dossiers"
    assert english.several("{n} hồ sơ", 40).format(n=40) == "40 dossiers"


@pytest.fixture(scope="module")
def english() -> Translator:
    return load("en", resource("i18n"))


@given(text=st.text(), count=st.integers(0, 10**6))
def test_vietnamese_is_the_source(english: Translator, text: str, count: int) -> None:
    translator = Translator()
    assert translator.tr(text) == text == translator.several(text, count)
    assert english.tr(text + "\0") == text + "\0"


def test_context_tells_equal_words_apart(tmp_path: Path) -> None:
    body = """
msgid "Lưu"
msgstr "Save"
#. the copy that stays at the counter
msgctxt "liên"
msgid "Lưu"
msgstr "Kept"
"""
    translator = load("en", catalogue(tmp_path, body), strict=True)
    assert translator.tr("Lưu") == "Save"
    assert translator.tr("Lưu", "liên") == "Kept"
    assert translator.tr("Lưu", "khác") == "Lưu"


def test_long_escaped_and_unready_entries(tmp_path: Path) -> None:
    body = """
# a note
#: counter_app/x.py:1
msgid ""
"Dòng \\"một\\"\\n"
"dòng hai"
msgstr ""
"Line \\"one\\"\\n"
"line two – “đ”"

#, fuzzy
msgid "Đoán"
msgstr "Guessed"

msgid "Chưa dịch"
msgstr ""

msgid "Sau cùng"
msgstr "Last"
"""
    translator = load("en", catalogue(tmp_path, body), strict=True)
    assert translator.tr('Dòng "một"\ndòng hai') == 'Line "one"\nline two – “đ”'
    assert translator.tr("Đoán") == "Đoán"
    assert translator.tr("Chưa dịch") == "Chưa dịch"
    assert translator.tr("Sau cùng") == "Last"


@pytest.mark.parametrize(
    "bad",
    [
        'msgid "Mã {code}"\nmsgstr "Code"',
        'msgid "Mã"\nmsgstr "Code {code}"',
        'msgid "Mã {code}"\nmsgstr "Code {kode}"',
        'msgid "Mã {code}"\nmsgstr "Code {code.__class__}"',
        'msgid "Mã {code}"\nmsgstr "Code {code!r}"',
        'msgid "Mã {code}"\nmsgstr "Code {code:>99999999}"',
        'msgid "Mã {code}"\nmsgstr "Code {code"',
        'msgid "Mã {code"\nmsgstr "Code {code}"',
        'msgid "Mã {code}"\nmsgstr "Code {}"',
        'msgid "{n} mã"\nmsgid_plural "{n} mã"\nmsgstr[0] "one code"\nmsgstr[1] "{n} codes"',
        'msgid "{n} mã"\nmsgid_plural "{n} mã"\nmsgstr[0] "{n} code"\nmsgstr[1] ""',
    ],
)
def test_other_placeholders_are_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, bad: str
) -> None:
    folder = catalogue(tmp_path, f'msgid "Tốt"\nmsgstr "Good"\n\n{bad}\n')
    with pytest.raises(RefusedTranslationError):
        load("en", folder, strict=True)
    with caplog.at_level(logging.CRITICAL):
        found = load("en", folder)
    assert found.tr("Tốt") == "Good"
    assert set(found.messages) == {("", "Tốt")}


def test_the_running_program_says_what_it_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(i18n._log, "warning", lambda form, *facts: said.append(form % facts))
    load("en", catalogue(tmp_path, 'msgid "Mã {code}"\nmsgstr "Code"'))
    assert said == ["translation left out: en.po: other placeholders: 'Mã {code}'"]


@pytest.mark.parametrize(
    "content",
    [
        "<html>",
        'msgid "a',
        '"lone"',
        'msgid "a"\nmsgstr "b" "c"',
        'msgid "a"\nmsgstr "\\x"',
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n **);\\n"',
    ],
)
def test_what_is_no_catalogue_is_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: str
) -> None:
    folder = catalogue(tmp_path, content, head="")
    with pytest.raises(RefusedTranslationError):
        load("en", folder, strict=True)
    with caplog.at_level(logging.CRITICAL):
        assert load("en", folder).tr("a") == "a"


def test_a_language_without_a_catalogue_is_vietnamese(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.CRITICAL):
        assert load("fr", tmp_path).language == "vi"
    (tmp_path / "en.po").write_bytes(b"\xff")
    with pytest.raises(RefusedTranslationError):
        load("en", tmp_path, strict=True)


def test_the_process_has_one_language(own_language: None) -> None:
    source = WORDS["home.in_use"].safe
    assert tr(source) == source
    before = install(load("en", resource("i18n"), strict=True))
    assert before.language == "vi"
    assert tr(source) == "No data was changed."
    assert install(before).language == "en"
    assert tr(source) == source


def test_placeholders_as_they_stand() -> None:
    assert placeholders("{a} {b!r:>3} {{c}} {a}") == {"a", "b!r:>3"}
    with pytest.raises(ValueError, match="expected"):
        placeholders("{a")
