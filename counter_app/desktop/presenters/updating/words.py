"""The one sentence about packages that wait: under the log-in, and once in passing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.desktop.notice import Notice, NoticeKind
from counter_app.domain.updates.manifest import Manifest
from counter_app.i18n import tr
from counter_app.wording.update_words import kind_words


@dataclass(frozen=True, slots=True)
class UpdateNews:
    """Packages that wait, verified. `by_administrator`: the program is for them to install."""

    manifests: tuple[Manifest, ...] = ()
    by_administrator: bool = False


def waiting_words(news: UpdateNews) -> tuple[str, str]:
    """Return what waits, and when it comes; two empty texts when nothing does."""
    if not news.manifests:
        return "", ""
    named = ", ".join(_named(news.manifests))
    bold = tr("Có bản cập nhật: {named}.").format(named=named)
    if news.by_administrator and any(each.kind.is_program for each in news.manifests):
        return bold, tr("Quản trị máy sẽ cài; quầy làm việc như thường.")
    return bold, tr("Cài khi hết ca, lúc đóng chương trình.")


def waiting_notice(news: UpdateNews) -> Notice:
    """Return the notice that is shown once."""
    bold, rest = waiting_words(news)
    return Notice(bold, rest, NoticeKind.INFO, "refresh")


def waiting_note(news: UpdateNews) -> str:
    """Return the line under the log-in; "" for nothing."""
    return " ".join(waiting_words(news)).strip()


def _named(manifests: Sequence[Manifest]) -> list[str]:
    return [f"{kind_words(each.kind.value)} {each.version}" for each in manifests]
