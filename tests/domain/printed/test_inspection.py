from __future__ import annotations

from dataclasses import replace

from tests.papers import sheet_samples


def test_one_broken_chain_breaks_the_verdict() -> None:
    content = sheet_samples.INSPECTION
    assert not content.is_whole
    assert replace(content, chains=content.chains[:1]).is_whole
