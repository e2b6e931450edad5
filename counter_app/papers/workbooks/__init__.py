"""Spreadsheets that we write: the door of XlsxWriter."""
