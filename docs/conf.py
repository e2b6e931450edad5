"""How Sphinx makes the pages of this folder: `python -m tests.manual OUT` runs it."""  # noqa: INP001

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx

from counter_app import __version__

project = "Quầy một cửa"
author = "counter-app"
version = release = __version__
language = "vi"
extensions = ["myst_parser"]
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]
html_theme = "alabaster"
html_title = f"Quầy một cửa {__version__}"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_theme_options = {
    "description": "Sách hướng dẫn",
    "fixed_sidebar": True,
    "show_powered_by": False,
    "page_width": "1120px",
    "sidebar_width": "260px",
    "font_family": "'Be Vietnam Pro', 'Segoe UI', sans-serif",
    "head_font_family": "'Be Vietnam Pro', 'Segoe UI', sans-serif",
}
html_copy_source = False
html_show_sourcelink = False
pygments_style = "default"
exclude_patterns = ["_build"]

KEY = re.compile(
    r"(?:(?:Ctrl|Shift)\+)*(?:F\d{1,2}|Enter|Esc|Tab|Space|Delete|[A-Z0-9=+-]|\w{2,5})"
)
_NAMED = re.compile(r"(?:Ctrl|Shift)\+.+|F\d{1,2}|Enter|Esc|Tab|Space|Delete|\d")


def mark_keys(_: Sphinx, document: nodes.document) -> None:
    """Draw a key's name as a key cap."""
    for each in document.findall(nodes.literal):
        if _NAMED.fullmatch(each.astext()) and KEY.fullmatch(each.astext()):
            each["classes"].append("key")


def setup(app: Sphinx) -> None:
    """Join in when a page was read."""
    app.connect("doctree-read", mark_keys)
