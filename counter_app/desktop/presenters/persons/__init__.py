"""The person form: typed persons of every identity kind, fast enough for a waiting citizen."""
