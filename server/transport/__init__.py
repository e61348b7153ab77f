"""HTTP and WebSocket: bytes in, bytes out."""
