from __future__ import annotations

from datetime import timedelta

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import SupplementItem, SupplementRequested
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.steps.supplement import ask_supplement
from counter_app.store.store import Store
from tests.made import NOON, person
from tests.services.conftest import Counter, counter, new_store, open_counter

__all__ = ["counter", "new_store", "open_counter"]

TODAY = NOON.date()
BIRTH = "1.001193"


def ask(counter: Counter, *items: str) -> None:
    dossier = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    ask_supplement(
        counter.workplace, counter.session, dossier.uid, tuple(map(SupplementItem, items))
    )


def asked(
    store: Store, procedure: str = BIRTH, place: str = "12", limit: int = 9, ago: int = 0
) -> list[str]:
    since = TODAY - timedelta(days=ago)
    with store.reading() as tx:
        found = tx.usage.acts(Kind.SUPPLEMENT_REQUESTED, procedure, place, since, limit)
    return [
        item.text for each in found if isinstance(each, SupplementRequested) for item in each.items
    ]


def test_acts_of_one_kind_of_one_procedure_newest_first(counter: Counter) -> None:
    store = counter.workplace.store
    ask(counter, "a")
    counter.clock.go(minutes=1)
    ask(counter, "b", "c")
    assert asked(store) == ["b", "c", "a"]
    assert asked(store, limit=1) == ["b", "c"]
    assert asked(store, procedure="1.000656") == []
    assert asked(store, place="7") == []
    assert asked(store, ago=-1) == []
