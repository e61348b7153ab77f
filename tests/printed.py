"""The schema as front ends have it."""

from pathlib import Path

from graphql import build_schema

PRINTED = (Path(__file__).resolve().parent.parent / "schema.graphql").read_text()
SCHEMA = build_schema(PRINTED)
