"""The installer for Windows 10 and 11 (x64), made on Linux: `python -m installer.windows OUT`."""
