"""Planted bugs: one for each rule that the simulation can see, and how soon it is seen."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from functools import partial
from itertools import chain, islice
from typing import Any

from counter_app.contract.entries import EntryResult, EntryStatus, Head, Hints
from counter_app.domain.dossiers import number_block
from counter_app.domain.errors.wire import NotJsonError
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.gateway import answers, client
from counter_app.sandbox.province import numbers as server_numbers
from counter_app.sandbox.province.entries import intake, ledger
from counter_app.sandbox.province.entries import verdict as verdicts
from counter_app.services.counter import opening
from counter_app.store import mark as marks
from counter_app.store import store as stores
from counter_app.store.copies import witness as witnesses
from counter_app.store.mark import Condition, Standing
from counter_app.store.subjects import deliveries, numbers
from counter_app.sync import pull, push
from tests.simulation import counter as counters
from tests.simulation.office import template
from tests.simulation.planted.planting import Mutant, replaced
from tests.simulation.planted.wire_mutants import OF_THE_WIRE
from tests.simulation.suites import (
    Trial,
    call_trials,
    exhaustive_trials,
    random_trials,
    restore_trials,
)

MOST_TRIALS = 80

EQUIVALENT = -1

_POINTS, _STRIDE = 120, 97
"""Crash points that are tried, and how far apart in the list of point × fault."""


# --- 1 idempotency ---


def _forgets_uids(known: Any) -> Any:
    def nothing(tx: Any, uids: Iterable[str]) -> dict[str, Any]:
        return {}

    return nothing


def _new_uid_each_time(of: Any) -> Any:
    def message(doors: Any, batch: Any) -> Any:
        made = of(doors, batch)
        renamed = (each.model_copy(update={"uid": doors.new_id()}) for each in made.entries)
        return made.model_copy(update={"entries": tuple(renamed)})

    return message


# --- 2 what counts as an answer ---


def _believes_anything(acknowledged: Any) -> Any:
    def believe(batch: Any, answer: Any, *, sent: int, host: str) -> Any:
        results = {each.uid: each for each in answer.results}
        return answers.Acknowledged(
            results, (), answer.head, answer.hints, answer.server_time, sent
        )

    return believe


def _silence_is_consent(acknowledged: Any) -> Any:
    def believe(batch: Any, answer: Any, *, sent: int, host: str) -> Any:
        found = acknowledged(batch, answer, sent=sent, host=host)
        made = {
            each.uid: EntryResult(
                uid=each.uid, sha256=each.body_sha256, status=EntryStatus.ACCEPTED
            )
            for each in batch.entries
        }
        return dataclasses.replace(found, results={**made, **found.results}, missing=())

    return believe


def _page_is_an_ack(send: Any) -> Any:
    def sends(self: Any, batch: Any) -> Any:
        try:
            return send(self, batch)
        except NotJsonError:
            results = {
                each.uid: EntryResult(
                    uid=each.uid, sha256=each.body_sha256, status=EntryStatus.ACCEPTED
                )
                for each in batch.entries
            }
            head, hints = Head(n=0, hash="0" * 64), Hints()
            now = batch.entries[0].occurred_at
            return answers.Acknowledged(results, (), head, hints, now, 0)

    return sends


# --- 3 order ---


def _any_order(waiting: Any) -> Any:
    def backwards(self: Any, *args: Any) -> Any:
        return tuple(reversed(waiting(self, *args)))

    return backwards


def _never_early(dossier_of: Any) -> Any:
    def goes_on(self: Any, entry: Any) -> Any:
        uid, _ = dossier_of(self, entry)
        return uid or entry.dossier, None

    return goes_on


# --- 4 a registration is never refused ---


def _refuses_late_numbers(check: Any) -> Any:
    def strict(*args: Any) -> Any:
        found = check(*args)
        return dataclasses.replace(found, granted=found.granted and not found.flags)

    return strict


# --- 6, 7 unknown is not failed ---


def _timeout_is_failure(put_back: Any) -> Any:
    def failed(doors: Any, batch: Any, error: Any) -> None:
        with doors.store.writing() as tx:
            for each in batch:
                tx.deliveries.answered(each.entry.uid, Outcome(State.REFUSED))

    return failed


def _timeout_is_success(put_back: Any) -> Any:
    def sent(doors: Any, batch: Any, error: Any) -> None:
        with doors.store.writing() as tx:
            for each in batch:
                tx.deliveries.answered(each.entry.uid, Outcome(State.ACCEPTED))

    return sent


def _in_flight_stays(_: Any) -> Any:
    return lambda self: 0


# --- 9 nothing is deleted ---


def _gives_up_at_once(stuck: Any) -> Any:
    return lambda times, since, now, passed: times >= 1


# --- 1, 11 transactions ---


def _cursor_first(write: Any) -> Any:
    def eager(doors: Any, answer: Any, cursor: str, report: Any, **more: Any) -> Any:
        with doors.store.writing() as tx:
            tx.setup.put(pull.CURSOR_NAME, answer.cursor)
        return write(doors, answer, cursor, report, **more)

    return eager


def _commit_before_answer(write: Any) -> Any:
    def partly(self: Any) -> None:
        if len(self._new_entries) > 2:  # the effect of the last one isn't kept
            self._new_entries.pop()
        write(self)

    return partly


# --- numbers (3) ---


def _same_number_twice(after: Any) -> Any:
    def stays(self: Any) -> Any:
        return dataclasses.replace(self, next=self.next + (self.next % 3 != 0))

    return stays


def _grants_overlap(raise_serial: Any) -> Any:
    def one_back(tx: Any, agency: str, day: Any, lane: Any, size: int, width: int) -> int:
        return max(1, raise_serial(tx, agency, day, lane, size, width) - 1)

    return one_back


def _number_outside(take: Any) -> Any:
    def own(self: Any, agency: str, day: Any, book: str, year: int) -> Any:
        found = take(self, agency, day, book, year)
        if found is None:
            return None
        return dataclasses.replace(found, number=found.number + 40)

    return own


def _yesterdays_numbers(take: Any) -> Any:
    def any_day(self: Any, agency: str, day: Any, **book: Any) -> Any:
        left_over = take(self, agency, day - timedelta(days=1), **book)
        return left_over or take(self, agency, day, **book)

    return any_day


# --- restore and clone (4) ---


def _never_restored(standing: Any) -> Any:
    return lambda *args, **more: Standing(Condition.CLEAN)


def _crash_for_restore(standing: Any) -> Any:
    def mild(*args: Any, **more: Any) -> Any:
        found = standing(*args, **more)
        if found.condition is Condition.RESTORED and found.why == "head":
            return Standing(Condition.CRASHED, args[0].taken if args[0] else ())
        return found

    return mild


def _sees_nothing(sees: Any) -> Any:
    return lambda self, seen, **more: None


def _keeps_blocks(void_all: Any) -> Any:
    return lambda self, **more: void_all(self, **more) if more else ()


def _one_chain(leave: Any) -> Any:
    return lambda workplace, tx, why: None


# --- commit first, print second (1) ---


def _mark_is_not_written(write: Any) -> Any:
    return lambda self, mark: None


def _new_dossier_each_time(receive: Any) -> Any:
    def again(workplace: Any, session: Any, reception: Any, uid: str = "") -> Any:
        return receive(workplace, session, reception, "")

    return again


MUTANTS = (
    Mutant("server forgets uids", "2.1", replaced(ledger, "known", _forgets_uids)),
    Mutant("a new uid each time", "2.1", replaced(push, "_message", _new_uid_each_time)),
    Mutant("any batch's answer is believed", "2.2",
           replaced(client, "acknowledged", _believes_anything)),
    Mutant("no echo is an ack", "2.2", replaced(client, "acknowledged", _silence_is_consent)),
    Mutant("a portal's page is an ack", "2.2", replaced(client.Gateway, "send", _page_is_an_ack)),
    Mutant("batches backwards", "2.3", replaced(deliveries.Deliveries, "waiting", _any_order)),
    Mutant("server takes what is early", "2.3",
           replaced(intake._Intake, "_dossier_of", _never_early),
           aimed="call:HALF_TAKEN:entries:1"),
    Mutant("a flag refuses a registration", "2.4",
           replaced(verdicts, "check_number", _refuses_late_numbers)),
    Mutant("a timeout is a failure", "2.7", replaced(push, "_put_back", _timeout_is_failure)),
    Mutant("a timeout is a success", "2.7", replaced(push, "_put_back", _timeout_is_success)),
    Mutant("in flight for ever", "2.7",
           replaced(deliveries.Deliveries, "in_flight_to_unknown", _in_flight_stays)),
    Mutant("quarantine at once", "2.9", replaced(push, "is_stuck", _gives_up_at_once)),
    Mutant("cursor before its page", "2.11", replaced(pull, "_write", _cursor_first),
           aimed="crash:171:LATE_REQUEST:0"),
    Mutant("answer without its effect", "2.1",
           replaced(ledger.Ledger, "write", _commit_before_answer)),
    Mutant("one number on two papers", "3", replaced(number_block.NumberBlock, "after_taking",
                                                    _same_number_twice)),
    Mutant("grants overlap", "3", replaced(server_numbers, "_raise_serial", _grants_overlap)),
    Mutant("a number without a grant", "3", replaced(numbers.Numbers, "take", _number_outside)),
    Mutant("another day's numbers", "3", replaced(numbers.Numbers, "take", _yesterdays_numbers)),
    Mutant("a restore isn't noticed", "4", replaced(marks, "standing", _never_restored)),
    Mutant("a restore is taken for a crash", "4", replaced(marks, "standing", _crash_for_restore)),
    Mutant("no witness outside the home", "4",
           replaced(witnesses.Witness, "sees", _sees_nothing)),
    Mutant("a restored store keeps its blocks", "4",
           replaced(numbers.Numbers, "void_all", _keeps_blocks)),
    Mutant("a restored store keeps its chain", "4",
           replaced(opening, "_leave_chain", _one_chain)),
    Mutant("no high-water mark", "1", replaced(stores.Store, "_write_mark", _mark_is_not_written)),
    Mutant("a draft is received twice", "1",
           replaced(counters, "receive", _new_dossier_each_time)),
    *OF_THE_WIRE,
)  # fmt: skip


def _trials() -> Iterator[Trial]:
    """Take turns between the suites: which one sees a bug first is part of the figure."""
    crashes = list(exhaustive_trials(_POINTS, 1))
    some = (crashes[at * _STRIDE % len(crashes)] for at in range(len(crashes)))
    suites = (
        call_trials(),
        random_trials(0, MOST_TRIALS),
        some,
        restore_trials(0, MOST_TRIALS),
    )
    yield from (each for turn in zip(*suites, strict=False) for each in turn)


def hunt(most: int, name: str) -> tuple[str, str, int, str, str]:
    """Return (mutant, rule, trials until it was seen, which trial, what was seen).

    0 trials: never; `EQUIVALENT`: it can't be seen. One more than `most`: the aimed one saw it.
    """
    import logging

    logging.disable(logging.CRITICAL)
    mutant = next(each for each in MUTANTS if each.name == name)
    if mutant.equivalent:
        return name, mutant.rule, EQUIVALENT, "", f"equivalent: {mutant.equivalent}"
    template()  # made by the honest program
    aimed = [Trial(mutant.aimed)] if mutant.aimed else []
    for count, trial in enumerate(chain(islice(_trials(), most), aimed), 1):
        with mutant.plant():
            try:
                faults = trial.do().faults
            except Exception as error:  # noqa: BLE001 (a planted bug may break anything)
                faults = [f"{type(error).__name__}: {error}"]
        if faults:
            honest = trial.do().faults
            seen = f"the honest program too: {honest[0]}" if honest else faults[0]
            return name, mutant.rule, 0 if honest else count, trial.name, seen
    return name, mutant.rule, 0, "", ""


def table(workers: int, most: int = MOST_TRIALS, only: str = "") -> int:
    """Hunt every mutant and print how many trials each took; 1 when one was never seen."""
    missed = 0
    asked = only.split(",")
    names = [each.name for each in MUTANTS if any(part in each.name for part in asked)]
    template()  # once, for all workers
    print(f"{'rule':<6}{'planted bug':<36}{'trials':>7}  seen as")
    with ProcessPoolExecutor(workers) as pool:
        for name, rule, count, trial, seen in pool.map(partial(hunt, most), names):
            missed += not count
            said = {0: "NEVER", EQUIVALENT: "-"}.get(count, count)
            print(f"{rule:<6}{name:<36}{said:>7}  {trial}  {seen[:80]}", flush=True)
    return 1 if missed else 0
