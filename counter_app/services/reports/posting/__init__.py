"""Niêm yết, công khai: what procedures lack to be posted whole."""
