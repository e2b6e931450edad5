"""What forms are put together from: heads, blocks, marks, signatures, feet."""
