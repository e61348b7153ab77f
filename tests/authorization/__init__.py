"""The rights of nine users: the tables of docs/authorization.md, asked of the running service."""
