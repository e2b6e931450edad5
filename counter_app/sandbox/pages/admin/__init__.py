"""The administrator's pages: devices, codes, numbers, catalogues, what needs a look."""
