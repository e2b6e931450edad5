"""Books of the office (sổ): what stands in them line by line, and their columns on paper."""
