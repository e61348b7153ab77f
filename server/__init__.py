"""The aiohttp service: transports, the one pipeline, sign-in, settings."""
