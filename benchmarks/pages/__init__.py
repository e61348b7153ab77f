"""The cost of the statements of pages, for users of every history: `make pages` writes docs/pages.md."""
