"""The rows of the table, one file for each part of the program that is measured."""
