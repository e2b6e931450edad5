"""Setting text and lines in millimetres: wrapping, a sheet, tables."""
