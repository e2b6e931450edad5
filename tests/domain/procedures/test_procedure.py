from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.domain.problems import Weight
from counter_app.domain.procedures.catalogue import Catalogue
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.procedure import Procedure, ReceivedIn
from counter_app.domain.procedures.reception_check import reception_problems
from counter_app.domain.procedures.required_paper import Case, RequiredPaper
from counter_app.domain.procedures.terms import ChannelTerms

DAY = date(2026, 11, 20)
THREE_DAYS = Limit(LimitUnit.WORKING_DAY, Decimal(3), "3 ngày làm việc")
FORM = RequiredPaper("Tờ khai", originals=1)
CARD = RequiredPaper("Thẻ Căn cước", originals=1, present_only=True)
CHOSEN = RequiredPaper("Văn bản cử người giám hộ", originals=1)


def guardianship(**changes: object) -> Procedure:
    values: dict[str, object] = {
        "code": "1.004837",
        "name": "Đăng ký giám hộ",
        "cases": (Case("", (FORM, CARD)), Case("Giám hộ cử", (CHOSEN,)), Case("Đương nhiên")),
        "channels": (ChannelTerms(Channel.COUNTER, THREE_DAYS),),
        **changes,
    }
    return Procedure(**values)  # type: ignore[arg-type]


def test_shared_papers_come_before_those_of_the_case() -> None:
    procedure = guardianship()
    assert procedure.case_names == ("Giám hộ cử", "Đương nhiên")
    assert procedure.papers_of("Giám hộ cử") == (FORM, CARD, CHOSEN)
    assert procedure.papers_of() == (FORM, CARD)
    assert procedure.papers_of("Không có") == (FORM, CARD)


def test_terms_are_those_of_the_channel() -> None:
    terms = guardianship().terms_for(Channel.COUNTER)
    assert terms is not None
    assert terms.limit == THREE_DAYS
    assert guardianship().terms_for(Channel.POST) is None
    assert [channel.national_number for channel in Channel] == [1, 2, 3]


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "1.00483"},
        {"code": " 1.004837"},
        {"name": ""},
        {"name": "x" * 1001},
        {"channels": (ChannelTerms(Channel.POST, THREE_DAYS),) * 2},
        {"cases": (Case("A"), Case("A"))},
        {"effective_from": DAY, "effective_until": date(2026, 1, 1)},
    ],
)
def test_a_false_procedure_is_not_made(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        guardianship(**changes)


def test_a_name_of_919_characters_is_a_name() -> None:
    assert len(guardianship(name="ế" * 919).name) == 919


def test_a_procedure_survives_the_plain_form_and_says_where_it_is_wrong() -> None:
    plain = to_plain(guardianship(received_in=ReceivedIn.MINISTRY, effective_from=DAY))
    assert from_plain(Procedure, plain).received_in is ReceivedIn.MINISTRY
    assert isinstance(plain, dict)
    with pytest.raises(NotPlainError) as caught:
        from_plain(Procedure, {**plain, "channels": [{"channel": "fax"}]})
    assert caught.value.pointer == "/channels/0/channel"


def test_versions_are_found_by_any_form_of_the_code() -> None:
    old = guardianship(version="1", effective_until=date(2026, 6, 30))
    new = guardianship(version="2", effective_from=date(2026, 7, 1))
    other = guardianship(code="1.001193.000.00.00.H26", name="Đăng ký khai sinh")
    catalogue = Catalogue("2026", DAY, (old, new, other))
    assert catalogue.version_on("1.004837.000.00.00.H26", DAY) == new
    assert catalogue.version_on("1,004837", date(2026, 6, 30)) == old
    assert catalogue.with_version("1.004837", "1") == old
    assert catalogue.with_version("1.004837", "9") is None
    assert catalogue.version_on("1.001193", DAY) == other
    assert catalogue.version_on("khai sinh", DAY) is None
    assert catalogue.in_force(DAY) == (new, other)


def test_a_localised_code_prefers_its_own_localisation() -> None:
    national = guardianship(version="quoc-gia")
    local = guardianship(code="1.004837.000.00.00.H26", version="tinh")
    catalogue = Catalogue("2026", DAY, (national, local))
    assert catalogue.version_on("1.004837.000.00.00.H26", DAY) == local
    assert catalogue.version_on("1.004837", DAY) == national


def test_only_another_system_or_a_false_case_blocks_reception() -> None:
    def codes(procedure: Procedure, channel: Channel, case: str = "") -> list[tuple[str, bool]]:
        found = reception_problems(procedure, channel, DAY, case)
        return [(problem.code, problem.weight is Weight.FALSE) for problem in found]

    assert codes(guardianship(), Channel.COUNTER, "Giám hộ cử") == []
    assert codes(guardianship(), Channel.POST, "Khác") == [
        ("procedure.unknown_case", True),
        ("procedure.no_post_channel", False),
    ]
    unknown = ChannelTerms(Channel.COUNTER, Limit(LimitUnit.UNKNOWN, Decimal(3), "3"))
    over = guardianship(
        received_in=ReceivedIn.NATIONAL, effective_until=date(2026, 1, 1), channels=(unknown,)
    )
    assert codes(over, Channel.COUNTER) == [
        ("procedure.received_in_national", True),
        ("procedure.not_in_force", False),
        ("procedure.case_not_chosen", False),
        ("procedure.limit_unknown", False),
    ]


def test_papers_are_asked_for_at_least_no_times() -> None:
    with pytest.raises(ValueError, match="less"):
        RequiredPaper("Đơn", originals=-1)
    with pytest.raises(ValueError, match="name"):
        RequiredPaper("")
