"""The store: one encrypted SQLite file per machine home, the journal and its readings."""
