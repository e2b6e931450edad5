"""The forms, page by page: heads, blocks, marks, feet."""
