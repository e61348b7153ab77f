"""Reads a database's own catalogue: each rule and each column as one line, the same on both."""

import re
from collections.abc import Iterable
from typing import Any

from models.db.database import Database

_TABLES = """SELECT m.name, m.sql FROM sqlite_master m
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'tortoise_migrations'"""

_POSTGRES_INDEXES = """SELECT t.relname, x.indisunique, pg_get_expr(x.indpred, x.indrelid),
        (SELECT string_agg(a.attname, ', ' ORDER BY k.place)
            FROM unnest(x.indkey) WITH ORDINALITY k (attnum, place)
            JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.attnum)
    FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid
    WHERE t.relnamespace = 'public'::regnamespace AND t.relname <> 'tortoise_migrations'
        AND NOT x.indisprimary"""

_POSTGRES_CONSTRAINTS = """SELECT t.relname, k.contype::text, f.relname,
        (SELECT string_agg(a.attname, ', ' ORDER BY a.attname) FROM pg_attribute a
            WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey))
    FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid LEFT JOIN pg_class f ON f.oid = k.confrelid
    WHERE k.contype IN ('c', 'f') AND t.relnamespace = 'public'::regnamespace"""

_POSTGRES_COLUMNS = """SELECT table_name, column_name, is_nullable = 'NO' FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> 'tortoise_migrations'"""


async def rules(database: Database) -> list[str]:
    """Unique keys, CHECKs (by their columns), foreign keys and indexes, in order of their text."""
    read = _sqlite_rules if database.dialect == "sqlite" else _postgres_rules
    return sorted(await read(database))


async def columns(database: Database) -> set[str]:
    """Each as `table.column`, with `not null` where it is so."""
    if database.dialect == "postgres":
        rows = await database.fetch(_POSTGRES_COLUMNS, ())
    else:
        rows = await database.fetch(
            f"""SELECT t.name, c.name, c."notnull" OR c.pk FROM ({_TABLES}) t, pragma_table_info(t.name) c""",
            (),
        )
    return {f"{table}.{column}{' not null' if required else ''}" for table, column, required in rows}


async def _postgres_rules(database: Database) -> list[str]:
    lines = [_index(*row) for row in await database.fetch(_POSTGRES_INDEXES, ())]
    for table, kind, target, names in await database.fetch(_POSTGRES_CONSTRAINTS, ()):
        lines.append(f"{table} {names} -> {target}" if kind == "f" else f"{table} check {names}")
    return lines


async def _sqlite_rules(database: Database) -> list[str]:
    lines: list[str] = []
    for table, text in await database.fetch(_TABLES, ()):
        lines += await _sqlite_indexes(database, table)
        for key in await database.fetch(f"PRAGMA foreign_key_list({table})", ()):
            lines.append(f"{table} {key[3]} -> {key[2]}")
        names = {column[1] for column in await database.fetch(f"PRAGMA table_info({table})", ())}
        for check in re.findall(r"CHECK \((.*)\)", text):
            lines.append(f"{table} check {', '.join(sorted(names & _words(check)))}")
    return lines


async def _sqlite_indexes(database: Database, table: str) -> list[str]:
    lines: list[str] = []
    for _, name, unique, origin, _ in await database.fetch(f"PRAGMA index_list({table})", ()):
        if origin == "pk":
            continue
        found = await database.fetch(f"PRAGMA index_info({name})", ())
        text = (await database.fetch("SELECT sql FROM sqlite_master WHERE name = $1", (name,)))[0][0]
        where = (text or "").partition(" WHERE ")[2]
        lines.append(_index(table, unique, where, ", ".join(row[2] for row in found)))
    return lines


def _index(table: str, unique: Any, where: str | None, names: str) -> str:
    line = f"{table} {'unique' if unique else 'index'} {names}"
    return f"{line} where {' '.join(_ordered(where))}" if where else line


def _ordered(predicate: str) -> Iterable[str]:
    """Its columns and numbers: the databases write the same predicate in different words."""
    return re.findall(r"[a-z_]+|\d+", predicate)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))
