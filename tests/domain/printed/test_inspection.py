from __future__ import annotations

from dataclasses import replace

from counter_app.papers.trial import sheets


def test_one_broken_chain_breaks_the_verdict() -> None:
    content = sheets.INSPECTION
    assert not content.is_whole
    assert replace(content, chains=content.chains[:1]).is_whole
