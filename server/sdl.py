"""Prints the schema: `python -m server.sdl`."""

from server.app import make_schema

if __name__ == "__main__":
    print(make_schema(introspection=False).as_str())
