"""Makes the HTML pages, their PDFs and the keyboard strip: Sphinx sets, Chromium prints."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.manual.places import DOCS, TOP
from tests.manual.strip import strip_page

BOOKS = {"huong-dan": "manual/vi/index", "developer-guide": "developer/index"}
"""PDF → the page whose table of contents it has."""

_PICTURE = 3
"""What PDFium calls an image among the things on a page."""

FACES = ("BeVietnamPro-Regular.ttf", "BeVietnamPro-SemiBold.ttf")


def build(out: Path) -> Iterator[str]:
    """Make everything in `out`; yield a line for each part. A warning of Sphinx is a fault."""
    site = out / "html"
    _sphinx("html", site)
    pages = sum(1 for _ in site.rglob("*.html"))
    yield f"html              {pages} pages  {_kib(site)} KiB"
    for name, first in BOOKS.items():
        one = out / "one" / name
        _sphinx(
            "singlehtml",
            one,
            "-D",
            f"root_doc={first}",
            "-D",
            "suppress_warnings=myst.header,toc.not_included",
        )
        page = (one / f"{first}.html").rename(one / "whole.html")  # it names pictures from here
        pdf = out / f"{name}.pdf"
        _print(page, pdf)
        yield f"{pdf.name:17} {_pages(pdf)} pages  {pdf.stat().st_size // 1024} KiB"
    shutil.rmtree(out / "one")
    strip = out / "dai-phim.html"
    strip.write_text(strip_page(), "utf-8")
    _print(strip, out / "dai-phim.pdf")
    yield f"dai-phim.pdf      {_pages(out / 'dai-phim.pdf')} page"


def faces() -> list[Path]:
    """Return the files of the letters that the program shows, too."""
    import fontpkg_be_vietnam_pro

    folder = Path(next(iter(fontpkg_be_vietnam_pro.__path__)))
    return [next(folder.rglob(name)) for name in FACES]


def _sphinx(builder: str, out: Path, *more: str) -> None:
    static = DOCS / "_static"
    out.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", builder,
        "-d", str(out.parent / f"doctrees-{out.name}"), *more, str(DOCS), str(out),
    ]  # fmt: skip
    try:
        subprocess.run(command, cwd=TOP, check=True, env={**os.environ, "PYTHONPATH": str(TOP)})
    finally:
        shutil.rmtree(out.parent / f"doctrees-{out.name}", ignore_errors=True)
    assert static.is_dir()
    for face in faces():
        shutil.copy(face, out / "_static" / face.name)


def _print(page: Path, pdf: Path) -> None:
    browser = next((found for name in ("chromium", "chromium-browser", "google-chrome")
                    if (found := shutil.which(name))), None)  # fmt: skip
    if browser is None:
        raise SystemExit("No Chromium: `sh installer/prepare.sh docs` installs it.")
    subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         "--generate-pdf-document-outline", f"--print-to-pdf={pdf}", page.resolve().as_uri()],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip


def _pages(pdf: Path) -> int:
    """Return the number of pages; a page that bears its number alone is a fault."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document, start=1):
            words = page.get_textpage().get_text_bounded().split()
            if len(words) < 2 and not any(page.get_objects(filter=[_PICTURE])):
                raise SystemExit(f"{pdf.name}: page {number} is empty")
        return len(document)
    finally:
        document.close()


def _kib(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1024
