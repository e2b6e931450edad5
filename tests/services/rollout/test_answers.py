"""The file of answers: everything that is wrong is told at once, and no code is ever repeated."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.domain.errors.installing.rollout import (
    AnswersRefusedError,
    AnswersUnreadableError,
)
from counter_app.domain.rollout.codes_list import as_csv
from counter_app.services.rollout.answers import KNOWN, Answers, read_answers
from counter_app.wording.sentences import problem_words, problems, sentence

CODE = "K7QF-3M9T-XW2P"
GOOD = {"server": "https://motcua.example", "centre": "H26.15", "counter": "3", "code": CODE}
PEM = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"


def written(folder: Path, more: str = "", **answers: object) -> Path:
    """Write the good answers with changes; None leaves one out."""
    told = {**GOOD, **answers}
    lines = [
        f"{name} = {str(value).lower() if isinstance(value, bool) else repr(value)}"
        for name, value in told.items()
        if value is not None
    ]
    path = folder / "ghi-danh.toml"
    path.write_text("\n".join([*lines, more]), encoding="utf-8-sig")
    return path


def wrong(path: Path, pc: str = "XA-01") -> list[str]:
    """Return the problems of a file, after looking that none of them repeats the code."""
    with pytest.raises(AnswersRefusedError) as caught:
        read_answers(path, pc)
    words = [problem_words(each) for each in caught.value.problems]
    assert not [each for each in words if "{" in each or CODE in each]
    assert CODE not in sentence(caught.value) + repr(caught.value)
    return [each.code.removeprefix("rollout.") for each in caught.value.problems]


def test_good_answers(tmp_path: Path) -> None:
    path = written(
        tmp_path, counter=7, server="https://motcua.example/", printer="HP P2035", layout="a5",
        scanner="serial", scanner_port="COM3", allow_machine_file=True, home="/srv/quay",
    )  # fmt: skip
    found = read_answers(path, "XA-01")
    assert found == Answers(
        "https://motcua.example", "H26.15", "7", CODE, printer="HP P2035", layout="a5",
        scanner="serial", scanner_port="COM3", allow_machine_file=True, home=Path("/srv/quay"),
    )  # fmt: skip
    assert CODE not in repr(found)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"server": None}, ["missing"]),
        ({"server": "http://motcua.example"}, ["not_https"]),
        ({"server": 5}, ["wrong_kind"]),
        ({"centre": None, "counter": None, "code": None}, ["missing"] * 3),
        ({"centre": "Bến Nghé"}, ["wrong_shape"]),
        ({"counter": "quầy 3"}, ["wrong_shape"]),
        ({"code": "AB"}, ["code_shape"]),
        ({"codes_file": "ma.csv"}, ["both"]),
        ({"layout": "A5"}, ["wrong_choice"]),
        ({"scanner": "com"}, ["wrong_choice"]),
        ({"scanner": "serial"}, ["missing"]),
        ({"scanner_port": "COM3"}, ["idle"]),
        ({"scanner": "serial", "scanner_port": "COM3", "scanner_prefix": "~"}, ["idle"]),
        ({"scanner_prefix": "~~"}, ["wrong_shape"]),
        ({"ca_file": "khong-co.pem"}, ["file_missing"]),
        ({"ca_file": "ca.pem", "ca_pem": PEM}, ["both"]),
        ({"ca_pem": "không phải"}, ["not_pem"]),
        ({"ca_pem": PEM}, ["not_pem"]),
        ({"allow_machine_file": "true"}, ["wrong_kind"]),
        ({"home": "quay"}, ["wrong_shape"]),
        ({"sever": "x"}, ["unknown_key"]),
        ({CODE: "x"}, ["odd_key"]),
        ({"server": "", "layout": "x", "printr": "y", "code": "1"},
         ["unknown_key", "missing", "wrong_choice", "code_shape"]),
    ],
)  # fmt: skip
def test_all_problems_are_told_at_once(
    changes: dict[str, object], expected: list[str], tmp_path: Path
) -> None:
    assert wrong(written(tmp_path, **changes)) == expected


def test_the_nearest_known_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(AnswersRefusedError) as caught:
        read_answers(written(tmp_path, sever="x"), "")
    assert "“server”" in problem_words(caught.value.problems[0])


def codes(folder: Path, *rows: tuple[str, ...]) -> None:
    heads = ("Trung tâm", "Quầy", "Tên máy", "Mã ghi danh")
    (folder / "ma.csv").write_text(as_csv((heads, *rows)), encoding="utf-8-sig")


def test_the_code_is_found_by_the_name_of_the_pc(tmp_path: Path) -> None:
    codes(tmp_path, ("H26.15", "1", "XA-01", CODE), ("H26.15", "2", "XA-02", "AAAA-BBBB-CCCC"))
    path = written(tmp_path, codes_file="ma.csv", code=None, centre=None, counter=None)
    found = read_answers(path, "xa-02")
    assert (found.counter, found.centre, found.code) == ("2", "H26.15", "AAAA-BBBB-CCCC")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("H26.15", "3", "XA-02", CODE)], ["no_line"]),
        ([("H26.15", "3", "XA-01", CODE), ("H26.15", "3", "xa-01", CODE)], ["many_lines"]),
        ([("H26.16", "4", "XA-01", CODE)], ["line_differs", "line_differs"]),
        ([("H26.15", "3", "XA-01", "")], ["no_code"]),
    ],
)
def test_a_list_of_codes_that_doesn_t_fit(
    rows: list[tuple[str, ...]], expected: list[str], tmp_path: Path
) -> None:
    codes(tmp_path, *rows)
    assert wrong(written(tmp_path, codes_file="ma.csv", code=None)) == expected


def test_a_list_of_codes_that_is_none(tmp_path: Path) -> None:
    path = written(tmp_path, codes_file="ma.csv", code=None)
    assert wrong(path) == ["file_missing"]
    (tmp_path / "ma.csv").write_bytes(b"T\xean m\xe1y")
    assert wrong(path) == ["not_text"]
    (tmp_path / "ma.csv").write_bytes(b"code\nx")
    assert wrong(path) == ["no_column"]


@pytest.mark.parametrize("content", [f"code = {CODE}".encode(), b"\xff\xfe\x00", b"x" * 300_000])
def test_a_file_that_can_t_be_read(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    with pytest.raises(AnswersUnreadableError):
        read_answers(path, "")
    path.write_bytes(content)
    with pytest.raises(AnswersUnreadableError) as caught:
        read_answers(path, "")
    assert CODE not in sentence(caught.value)
    assert caught.value.__cause__ is None


def test_every_problem_has_words_and_every_name_is_plain() -> None:
    assert {each for each in problems() if each.startswith("rollout.")} >= {"rollout.missing"}
    assert all(each.isascii() and each.islower() for each in KNOWN)
