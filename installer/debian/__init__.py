"""The Debian package: `sh installer/debian/build.sh` freezes the program and packs it with this."""
