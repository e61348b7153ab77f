"""Ports of 127.0.0.1 for servers that tests start."""

import socket


def free_port() -> int:
    """A port that the system has just found free: what libraries find by counting up, two workers find at once."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
