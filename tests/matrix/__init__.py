"""Who gets what: the tables of docs/authorization.md, asked of the running service."""
