"""The officer's window (PySide6): presenters decide, screens show, threads come home by signals."""
