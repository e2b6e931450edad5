"""Bringing in a province's list of procedures, from xlsx or JSON (docs/catalogue-format.md).

A row carries the code of its procedure, and says whatever its columns say: one row a paper on one
sheet, or sheets of their own for procedures, papers and fees: it is all one. A procedure goes in
whole or not at all; what is doubtful goes in as unknown and is named in the report.
"""
