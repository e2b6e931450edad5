"""The palette of Fusion, and the small style sheet for what Qt draws by itself."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from counter_app.desktop.theme.tokens import Tokens

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup

SCROLL_BAR = 10
"""Width of a scroll bar in pixels."""

_SHEET = """
QLineEdit, QPlainTextEdit {{ background: transparent; border: none; padding: 0; }}
QToolTip {{ background: {card}; color: {text}; border: 1px solid {button_line}; padding: 4px 8px; }}
QMenu {{ background: {card}; color: {text}; border: 1px solid {button_line}; padding: 4px; }}
QMenu::item {{ padding: 6px 16px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {soft}; color: {text}; }}
QMenu::item:disabled {{ color: {text_3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QScrollBar:vertical {{ width: {bar}px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: {bar}px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: {button_line}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {control_line}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of a scheme: also what the style doesn't draw ourselves fits."""
    colours = {
        _Role.Window: tokens.window,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.card,
        _Role.AlternateBase: tokens.card,
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.text_3,
        _Role.Button: tokens.card,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.error_text,
        _Role.Highlight: tokens.soft,
        _Role.HighlightedText: tokens.text,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
        _Role.ToolTipBase: tokens.card,
        _Role.ToolTipText: tokens.text,
        _Role.Light: tokens.card,
        _Role.Midlight: tokens.hover,
        _Role.Mid: tokens.button_line,
        _Role.Dark: tokens.control_line,
        _Role.Shadow: tokens.control_line,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(_Group.Disabled, role, QColor(tokens.disabled_text))
    return made


def style_sheet(tokens: Tokens) -> str:
    """Return the sheet for inputs (their frame is painted), tool tips, menus, scroll bars."""
    return _SHEET.format(
        card=tokens.card,
        text=tokens.text,
        text_3=tokens.text_3,
        line=tokens.line,
        button_line=tokens.button_line,
        control_line=tokens.control_line,
        soft=tokens.soft,
        bar=SCROLL_BAR,
    )
