"""Every problem code that this subject's files write has its words, and every word its file."""

from __future__ import annotations

import re
from pathlib import Path

import counter_app
from counter_app.wording.catalogue import PROBLEMS

PACKAGE = Path(counter_app.__file__).parent
CODE = re.compile(r'"((?:catalogue|procedure|officer)\.[a-z_0-9]+)(\{[^}]*\}[a-z_]*)?"')


def test_codes_and_words_are_the_same_set() -> None:
    files = [
        *(PACKAGE / "services" / "catalogue_import").glob("*.py"),
        *(PACKAGE / "domain" / "procedures").glob("*.py"),
        *(PACKAGE / "domain" / "officers").glob("*.py"),
    ]
    whole: set[str] = set()
    begun: set[str] = set()
    for file in files:
        for match in CODE.finditer(file.read_text("utf-8")):
            (begun if match[2] else whole).add(match[1])
    assert whole <= set(PROBLEMS)
    assert begun == {
        "catalogue.limits_differ_",
        "procedure.received_in_",
        "procedure.no_",
    }
    orphans = {code for code in PROBLEMS if code not in whole and not code.startswith(tuple(begun))}
    assert orphans == set()
