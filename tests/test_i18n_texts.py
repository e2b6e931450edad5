"""The gathering of texts finds what is shown, and says where it can't."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from counter_app.wording.work import WORDS
from tests import i18n_texts


@pytest.fixture(scope="module")
def gathered() -> i18n_texts.Found:
    return i18n_texts.found()


def test_sentences_tables_and_literals_are_found(gathered: i18n_texts.Found) -> None:
    texts = gathered.texts.keys()
    assert WORDS["work.no_round"].what in texts
    assert "Có mạng · đang gửi {count}" in texts  # a table of wording
    assert "Quét mã vạch trên giấy tiếp nhận: mở hồ sơ đó" in texts  # a loop over a constant
    assert "Phím dùng được ở {page}" in texts  # a literal
    assert "Còn {n} ngày làm việc" in gathered.plural


def test_keys_and_empty_texts_are_not_texts(gathered: i18n_texts.Found) -> None:
    assert "" not in gathered.texts
    assert "wire.unreachable" not in gathered.texts


@pytest.mark.parametrize(
    ("argument", "texts"),
    [
        ("'Có'", {"Có"}),
        ("'Có' if x else 'Không'", {"Có", "Không"}),
        ("x or 'Không'", {"Không"}),
        ("'a' + x", set()),
        ("f'{x}'", set()),
        ("CHIPS[x]", {"Có mạng · đang gửi {count}"}),
        ("CHIPS.get(x, 'giấy')", {"Có mạng · đang gửi {count}", "giấy"}),
        ("words", {"Có mạng · đang gửi {count}"}),
    ],
)
def test_what_an_argument_may_be(argument: str, texts: set[str]) -> None:
    source = f"def shown(x):\n    words = CHIPS[x]\n    return tr({argument})\n"
    tree = ast.parse(source)
    path = i18n_texts.PACKAGE / "wording" / "wire.py"
    ((scope, call),) = [
        (scope, call)
        for scope, call in i18n_texts._calls(tree)
        if isinstance(call.func, ast.Name) and call.func.id == "tr"
    ]
    found = set(i18n_texts._texts_of(call.args[0], scope, path))
    assert texts <= found
    assert bool(found) == bool(texts)


def test_the_files_excused_from_literals_exist() -> None:
    assert all((i18n_texts.PACKAGE / Path(name)).is_file() for name in i18n_texts.OPAQUE)
