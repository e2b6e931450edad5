"""Books of the office (sổ): read from the journal, printed, written, closed at year's end."""
