"""Choosing a password with a one-time code (mã dùng một lần): typed twice, in the one field."""

from __future__ import annotations

from dataclasses import dataclass, field

from counter_app.desktop.presenters.login.state import Mode
from counter_app.domain.officers.once_code import bare_code
from counter_app.i18n import tr

SHORTEST = 8
"""Characters of a password; the services behind ask for as many."""


@dataclass(slots=True)
class Choosing:
    """Whose code it is, and what was chosen so far. It lives as long as the card is there."""

    officer: str
    code: str = field(repr=False)
    first: str = field(default="", repr=False)
    is_whole: bool = False

    def take(self, password: str) -> str:
        """Take what was typed; return what is wrong with it, "" for nothing."""
        if not self.first:
            if len(password) < SHORTEST:
                return tr("Mật khẩu mới cần ít nhất {least} ký tự.").format(least=SHORTEST)
            if bare_code(password) == bare_code(self.code):
                return tr("Đặt mật khẩu khác với mã: mã chỉ dùng được một lần.")
            self.first = password
        elif password == self.first:
            self.is_whole = True
        else:
            self.first = ""
            return tr("Hai lần gõ khác nhau. Đặt lại từ đầu; nhấn Hiện chữ để xem lại.")
        return ""


def choosing_title(mode: Mode) -> str:
    """Return the head of the card."""
    return tr("Gõ lại mật khẩu mới") if mode is Mode.AGAIN else tr("Đặt mật khẩu mới")


def choosing_words(mode: Mode) -> str:
    """Return what is said below it, "" on other cards."""
    if mode is Mode.NEW:
        return tr("Mã đúng. Tự đặt mật khẩu, từ 8 ký tự; không ai khác biết mật khẩu này.")
    return tr("Gõ lại đúng như lần đầu.") if mode is Mode.AGAIN else ""
