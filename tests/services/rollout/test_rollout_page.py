"""`docs/rollout.md` promises only what there is: its files are valid, its tables are whole."""

from __future__ import annotations

import re
from pathlib import Path

from counter_app.cli import enrol
from counter_app.config import LAYOUTS
from counter_app.services.rollout.answers import KNOWN, SCANNERS, read_answers

PAGE = (Path(__file__).parents[3] / "docs" / "rollout.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_example_answers_are_valid_for_every_pc_of_the_example_list(tmp_path: Path) -> None:
    answers = tmp_path / "ghi-danh.toml"
    answers.write_text(block("answers"), encoding="utf-8")
    rows = [line.split(",") for line in block("codes").splitlines()]
    (tmp_path / "ma-ghi-danh.csv").write_text(block("codes"), encoding="utf-8-sig")
    assert len(rows) > 2
    for centre, counter, pc, code, _ in rows[1:]:
        found = read_answers(answers, pc)
        assert (found.centre, found.counter, found.code) == (centre, counter, code)


def test_every_answer_is_explained_and_no_other() -> None:
    table = PAGE.partition("| Mục |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == set(KNOWN)
    assert all(f'`"{each}"`' in table for each in (*LAYOUTS, *SCANNERS))


def test_every_exit_code_is_explained() -> None:
    table = PAGE.partition("| Mã |")[2].partition("\n\n")[0]
    told = {int(each) for each in re.findall(r"^\| (\d) \|", table, re.MULTILINE)}
    own = (enrol.FILE, enrol.LATER, enrol.CODE, enrol.OTHER, enrol.MACHINE, enrol.TRUST)
    assert told == {0, 1, 2, *own}
    help_words = " ".join(enrol.AFTER)
    assert {int(each) for each in re.findall(r"\b(\d) \w", help_words)} >= told


def test_its_options_are_those_of_the_command() -> None:
    import argparse

    parser = argparse.ArgumentParser()
    enrol.add(parser)
    for line in re.findall(r"^counter-app enrol (.*)$", PAGE, re.MULTILINE):
        assert parser.parse_args(line.split()).answers is not None
