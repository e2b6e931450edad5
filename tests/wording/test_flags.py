from __future__ import annotations

from counter_app.contract.problem_types import FLAGS as WIRE_FLAGS
from counter_app.domain.dossiers.status import Status
from counter_app.wording.flags import FLAGS
from counter_app.wording.status import STATUS, status_words


def test_every_flag_of_the_contract_has_words() -> None:
    assert FLAGS.keys() == WIRE_FLAGS.keys()


def test_every_status_has_its_label() -> None:
    assert STATUS.keys() == set(Status)
    assert status_words(Status.FINISHED, result_is_here=False) != status_words(
        Status.FINISHED, result_is_here=True
    )
    assert status_words(Status.RECEIVED) == "Đã tiếp nhận"
