"""Card 2, the procedure (thủ tục), as shown: searching, or chosen."""

from __future__ import annotations

from datetime import date, datetime

from counter_app.desktop.presenters.reception.desk_state import DeskState
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.state import (
    Block,
    Choice,
    KeyHint,
    PickRow,
    ProcedureState,
    Question,
    Standing,
)
from counter_app.domain.dates import vietnam_time
from counter_app.domain.deadlines.limit import LimitUnit
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.dossiers.status import Status
from counter_app.domain.money import grouped, short_amount
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import fee_lines, open_fees
from counter_app.domain.procedures.procedure import Level, Procedure
from counter_app.domain.procedures.search import Match
from counter_app.i18n import tr
from counter_app.services.people.recognition import KnownCitizen
from counter_app.wording.deadlines import limit_words

_LEVELS = {
    Level.MINISTRY: "cấp bộ",
    Level.PROVINCE: "cấp tỉnh",
    Level.COMMUNE: "cấp xã",
}


def procedure_state(
    draft: ReceptionDraft,
    ui: DeskState,
    procedure: Procedure | None,
    favourites: tuple[str, ...],
    size: int,
    today: date,
) -> ProcedureState:
    """Return card 2; `procedure` is the chosen one, `size` how many there are."""
    current = ui.current is Block.PROCEDURE
    if procedure is not None and not (current and ui.typed_procedure):
        return _chosen(draft, ui, procedure, today)
    if not current:
        return ProcedureState(summary=tr("Chọn sau khi có chủ hồ sơ"))
    rows = tuple(_row(match, at, ui, favourites, today) for at, match in enumerate(ui.matches))
    typed = ui.typed_procedure.strip()
    nothing = ""
    if typed and not rows:
        nothing = tr(
            "Không có thủ tục nào khớp “{typed}”. Gõ ít chữ hơn, chữ đầu (dkks) hoặc đuôi mã."
        ).format(typed=typed)
    count = tr("{found} trong {total} thủ tục").format(found=grouped(ui.total), total=grouped(size))
    return ProcedureState(
        standing=Standing.CURRENT,
        searching=True,
        typed=ui.typed_procedure,
        placeholder=tr("Tên thủ tục, chữ đầu hoặc đuôi mã"),
        count_words=count,
        favourites_words=KeyHint(("Ctrl+1", "9"), tr("hay dùng ở quầy này"))
        if favourites
        else None,
        rows=rows,
        selected=ui.match_at,
        nothing=nothing,
        hints=(
            KeyHint(("Up", "Down"), tr("chọn")),
            KeyHint(("Enter",), tr("lấy thủ tục")),
            KeyHint(("Esc",), tr("xóa chữ đã gõ") if typed else tr("lùi một bước")),
        ),
        footnote=tr("Gõ không dấu, chữ đầu hay đuôi mã đều được"),
    )


def meta_words(procedure: Procedure, today: date, uses: int = 0) -> str:
    """Return field, level, limit, fee and uses in one line."""
    parts = [procedure.field_name]
    parts += [tr(_LEVELS[level]) for level in procedure.levels[:1]]
    terms = procedure.terms_for(Channel.COUNTER) or next(iter(procedure.channels), None)
    if procedure.immediate_result:
        parts.append(tr("trả ngay"))
    elif terms is not None and terms.limit.unit is not LimitUnit.UNKNOWN:
        parts.append(limit_words(terms.limit))
    else:
        parts.append(tr("thời hạn chưa rõ"))
    parts.append(fee_words(procedure, today))
    if uses:
        parts.append(tr("{count} lần tháng này").format(count=uses))
    return " · ".join(part for part in parts if part)


def fee_words(procedure: Procedure, today: date) -> str:
    """Return what it costs at the counter, as far as that is known before anything is counted."""
    terms = procedure.terms_for(Channel.COUNTER) or next(iter(procedure.channels), None)
    if terms is None:
        return ""
    lines = fee_lines(terms.fees, today, terms.channel)
    if lines:
        return short_amount(sum(line.amount for line in lines))
    waiting = open_fees(terms.fees, today, terms.channel)
    if any(rule.tariff is not None for rule in waiting):
        return tr("thu theo số trang, số bản")
    if any(not rule.condition for rule in waiting):
        return tr("phí theo thông báo")
    return tr("không thu")


def _chosen(
    draft: ReceptionDraft, ui: DeskState, procedure: Procedure, today: date
) -> ProcedureState:
    current = ui.current is Block.PROCEDURE
    names = procedure.case_names
    standing = Standing.CURRENT if current else Standing.DONE
    if ui.duplicate is not None:
        standing = Standing.WARNING
    cases: tuple[Choice, ...] = ()
    if current and names and ui.duplicate is None:
        cases = tuple(Choice(str(at), name) for at, name in enumerate(names, start=1))
    meta = meta_words(procedure, today)
    if draft.competent:
        meta = tr("{meta} · phi địa giới: {agency}").format(meta=meta, agency=draft.competent)
    return ProcedureState(
        standing=standing,
        name=procedure.name,
        meta=f"{meta} · {draft.case}" if draft.case and not cases else meta,
        code=procedure.code,
        cases=cases,
        case_selected=ui.case_at,
        question=_duplicate(ui.duplicate, ui.known, today) if ui.duplicate else None,
        hints=(KeyHint(("Enter",), tr("lấy trường hợp")),) if cases else (),
    )


def _when(at: datetime, today: date) -> str:
    day = vietnam_time(at).date()
    ago = (today - day).days
    return {0: tr("hôm nay"), 1: tr("hôm qua")}.get(ago, f"{day:%d/%m/%Y}")


def _duplicate(line: DossierLine, known: KnownCitizen | None, today: date) -> Question:
    when = _when(line.received_at, today)
    if line.status is Status.WAITING_SUPPLEMENT:  # probably that is what they came for
        since = known.waits_since(line.uid) if known is not None else None
        title = tr("Hồ sơ cùng thủ tục của công dân này đang chờ bổ sung")
        if since is not None:
            title = tr("Hồ sơ cùng thủ tục của công dân này chờ bổ sung từ {when}").format(
                when=_when(since, today)
            )
        return Question(
            title=title,
            label=line.code,
            hints=(
                KeyHint(("Enter",), tr("mở hồ sơ đó để nhận bổ sung")),
                KeyHint(("F9",), tr("vẫn tiếp nhận mới")),
            ),
        )
    if line.status is Status.NEW:  # nobody received it yet: it came online or by post
        return Question(
            title=tr("Công dân này đã gửi hồ sơ cùng thủ tục {when}, đang chờ tiếp nhận").format(
                when=when
            ),
            label=line.code,
            hints=(
                KeyHint(("Enter",), tr("mở hồ sơ đó để tiếp nhận")),
                KeyHint(("F9",), tr("vẫn tiếp nhận mới")),
            ),
        )
    return Question(
        title=tr("Công dân này đang có hồ sơ cùng thủ tục, tiếp nhận {when}").format(when=when),
        label=line.code,
        hints=(
            KeyHint(("Enter",), tr("mở hồ sơ đó")),
            KeyHint(("F9",), tr("vẫn tiếp nhận mới")),
        ),
    )


def _row(match: Match, at: int, ui: DeskState, favourites: tuple[str, ...], today: date) -> PickRow:
    procedure = match.procedure
    keys: tuple[str, ...] = ()
    if at == ui.match_at:
        keys = ("Enter",)
    elif procedure.code in favourites:
        keys = (f"Ctrl+{favourites.index(procedure.code) + 1}",)
    return PickRow(
        procedure.name,
        meta_words(procedure, today, match.uses),
        procedure.code,
        match.spans,
        keys,
    )
