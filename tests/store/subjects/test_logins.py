from __future__ import annotations

import dataclasses
from typing import Any

from counter_app.store.subjects.logins import OfficerLogin


def test_logins_are_kept_replaced_and_forgotten(office: Any) -> None:
    one = OfficerLogin("o1", "Lê Văn Mẫu", "$argon2id$…", office.now)
    two = OfficerLogin("o2", "Trần Thị Mẫu", "$argon2id$…", misses=2)
    with office.store.writing() as tx:
        tx.logins.put(two)
        tx.logins.put(one)
        tx.logins.put(dataclasses.replace(two, misses=3))
    with office.store.reading() as tx:
        assert tx.logins.all() == (one, dataclasses.replace(two, misses=3))
        assert tx.logins.get("o1") == one
        assert tx.logins.get("o9") is None
    with office.store.writing() as tx:
        tx.logins.forget("o1")
        assert tx.logins.get("o1") is None
