"""How big a paper may be that is brought as a file: more is a film, or a book, by mistake."""

MOST_BYTES = 20_000_000
MOST_PAGES = 100
