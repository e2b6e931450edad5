from __future__ import annotations

from typing import Any

import pytest


def test_values_are_kept_as_json(office: Any) -> None:
    values = {"text": "Mẫu", "number": 7, "yes": True, "list": ["a", {"b": None}]}
    with office.store.writing() as tx:
        for name, value in values.items():
            tx.setup.put(name, value)
        tx.setup.put("number", 8)
    with office.store.reading() as tx:
        assert tx.setup.get("text") == "Mẫu"
        assert tx.setup.get("number") == 8
        assert tx.setup.get("nothing") is None
        assert tx.setup.all().items() >= {"yes": True, "list": ["a", {"b": None}]}.items()
    with office.store.writing() as tx:
        tx.setup.put("yes", None)
        assert "yes" not in tx.setup.all()


def test_no_floating_nonsense(office: Any) -> None:
    with pytest.raises(ValueError, match="JSON"), office.store.writing() as tx:
        tx.setup.put("x", float("nan"))
