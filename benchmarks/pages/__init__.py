"""What the statements of pages cost, whatever the user's history: `make pages` writes docs/pages.md."""
