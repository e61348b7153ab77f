"""The two databases, statements for both, transactions, fields and migrations; knows no table of its own."""
