"""The reads and writes of a send."""
