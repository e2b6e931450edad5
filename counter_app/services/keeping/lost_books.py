"""Whether every book that this machine closed has its file, unchanged."""

from __future__ import annotations

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import BookClosed
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.store.store import Store
from counter_app.store.subjects.entry_rows import body_of
from counter_app.wording.office_acts import BOOKS


def lost_books(store: Store, files: SealedFiles) -> tuple[str, ...]:
    """Return the closed books whose file is gone or was changed, in words; () when all are whole.

    Those of other counters lie there. An entry that can't be read is no book: `verify` names it.
    """
    kept = KeptBooks.of(files)
    with store.reading() as tx:
        acts = tx.own_acts.of_kind(Kind.BOOK_CLOSED)
    lost = []
    for act in acts:
        try:
            body = body_of(act.entry.kind, act.data)
        except ValueError:
            continue
        if isinstance(body, BookClosed) and not kept.is_whole(body.sha256):
            lost.append(book_words(body))
    return tuple(lost)


def book_words(said: BookClosed) -> str:
    """Return a book's name with its year and quyển."""
    quyen = f", quyển {said.quyen}" if said.quyen else ""
    return f"{BOOKS.get(said.book, said.book)} {said.year}{quyen}"
