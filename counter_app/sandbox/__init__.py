"""The reference provincial server: SYNC §2–3 on FastAPI and SQLite, for practice and tests."""
