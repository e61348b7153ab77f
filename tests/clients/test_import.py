"""Users and follows brought in from files, by the command as it is started by hand."""

from pathlib import Path

import pytest

from models.db.database import Database
from rules.provisioning import BATCH, HostUser, flaws_of
from server.commands.imports import FileError, read_lines
from tests.commands import doorstep
from tests.databases import opened

USERS = """subject,username,displayName,birthDate,isVerified,createdAt
u1,alice,"Alice, A.",1990-01-01,true,2024-02-29T12:00:00Z
u2,bob,Bøb,,,
"""
MORE = """{"subject": "u3", "username": "carol", "displayName": "Carol", "phoneVerified": true}

{"follower": "u1", "followee": "u3"}
{"follower": "u3", "followee": "u1"}
{"subject": "u4", "username": "dave", "displayName": "Dave", "region": null}
"""
FOLLOWS = "follower,followee\nu1,u2\nu4,u2\n"


async def bring_in(database_url: str, *files: Path) -> tuple[int, str, str]:
    return await doorstep("import", *map(str, files), DEMO="1", DATABASE_URL=database_url)


async def rows(database: Database, text: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in await database.fetch(text, ())]


def written(folder: Path, **texts: str) -> list[Path]:
    """Files by name, with `_` instead of the dot."""
    files = []
    for name, text in texts.items():
        files.append(folder / name.replace("_", "."))
        files[-1].write_text(text, encoding="utf-8")
    return files


@pytest.mark.shows("2.3", "2.4")
async def test_files_come_in_and_the_same_again_changes_nothing(database_url: str, tmp_path: Path) -> None:
    files = written(tmp_path, users_csv=USERS, more_jsonl=MORE, follows_csv=FOLLOWS)
    seen = []
    for _ in range(2):
        code, out, _ = await bring_in(database_url, *files)
        assert (code, out) == (0, "4 users and 4 follows are there as the files say.\n")
        async with opened(database_url) as database:
            seen.append(
                [await rows(database, f"SELECT * FROM {table} ORDER BY id") for table in ("users", "follows")]
            )
            names = await rows(
                database, "SELECT username, display_name, birth_date, is_verified FROM users ORDER BY host_id"
            )
            followed = await rows(
                database,
                """SELECT a.username, b.username FROM follows f JOIN users a ON a.id = f.follower_id
                JOIN users b ON b.id = f.followee_id ORDER BY 1, 2""",
            )
            assert await rows(database, "SELECT COUNT(*) FROM user_streams") == [(4,)]
    assert seen[0] == seen[1]
    assert names[:2] == [("alice", "Alice, A.", "1990-01-01", True), ("bob", "Bøb", None, False)]
    assert followed == [("alice", "bob"), ("alice", "carol"), ("carol", "alice"), ("dave", "bob")]


async def test_it_stops_at_what_cannot_be_stored_and_goes_on_later(database_url: str, tmp_path: Path) -> None:
    line = '{{"subject": "u{0}", "username": "{1}", "displayName": "U"}}\n'.format
    lines = [line(number, f"name{number}") for number in range(BATCH + 2)]
    wrong = [*lines[:-1], line(BATCH + 1, "name3")]
    [file] = written(tmp_path, users_jsonl="".join(wrong))
    code, out, err = await bring_in(database_url, file)
    told = f"doorstep: {file}:{BATCH + 2}: username: cannot be used; docs/host.md says what can"
    assert (code, out, err.splitlines()[-1]) == (2, "", told)
    async with opened(database_url) as database:
        assert await rows(database, "SELECT COUNT(*) FROM users") == [(BATCH,)]
    file.write_text("".join(lines))
    code, out, _ = await bring_in(database_url, file)
    assert (code, out) == (0, f"{BATCH + 2} users and 0 follows are there as the files say.\n")


async def test_every_line_of_a_batch_that_cannot_be_stored_is_told(database_url: str, tmp_path: Path) -> None:
    text = USERS + "u3,BOB,B,,,\nu4,deleted,D,,,\nu5,erin,E,,,\n"
    [file] = written(tmp_path, users_csv=text)
    code, out, err = await bring_in(database_url, file)
    told = [
        f"doorstep: {file}:{line}: username: cannot be used; docs/host.md says what can" for line in (4, 5)
    ]
    assert (code, out, err.splitlines()[-2:]) == (2, "", told)


async def test_a_file_of_sqlite_that_is_in_use(database: Database, database_url: str, tmp_path: Path) -> None:
    code, _, err = await bring_in(database_url, *written(tmp_path, users_csv=USERS))
    if database.dialect == "sqlite":
        assert (code, err.count("\n")) == (2, 1)
        assert "is in use: SQLite serves one process, so stop the other first" in err
    else:
        assert code == 0
        assert await rows(database, "SELECT COUNT(*) FROM users") == [(2,)]


HEAD = "subject,username,displayName,birthDate\n"
WRONG = {
    "users.csv": [
        (HEAD + "u1,alice,Alice,1990-02-30\n", "2: birthDate: "),
        (HEAD + 'u1,alice,"Al\nice",\nu2,bob,,\n', "4: displayName: "),
        (HEAD + "u1,alice,Alice,1990-01-01,more\n", "2: more cells than names: no name of a HostUser"),
        (HEAD + 'u1,"alice,Alice\n', "2: unexpected end of data"),
        ("subject,name\nu1,alice\n", "2: name: no name of a HostUser"),
        ("subject,username,displayName,createdAt\nu1,a,A,2020\n", "2: createdAt: "),
        ('subject,"a\nb"\nu1,alice\n', "3: a b: no name of a HostUser"),
        ("follower,followed\nu1,u2\n", "2: followed: no name of a HostFollow"),
        ("subject,username,username,displayName\nu1,a,b,A\n", "1: username: names 2 columns"),
    ],
    "users.jsonl": [
        ('{"follower": "u1", "followee": "u2"}\n{"follower": "u1"}\n', "2: followee: "),
        ("\n{\n", "2: not valid JSON: "),
        ("[1]\n", "1: not a JSON object"),
        (
            '{"subject": "u1", "username": "a", "displayName": "A", "createdAt": 1600000000}\n',
            "1: createdAt: ",
        ),
        ('{"subject": 7, "username": "a", "displayName": "A"}\n', "1: subject: "),
        (
            '{"subject": "u1", "username": "a", "displayName": "A", "isVerified": "perhaps"}\n',
            "1: isVerified: ",
        ),
    ],
}


@pytest.mark.parametrize(
    ("name", "text", "told"), [(name, *case) for name, cases in WRONG.items() for case in cases]
)
def test_what_is_wrong_is_told_with_its_line(name: str, text: str, told: str) -> None:
    with pytest.raises(FileError) as found:
        list(read_lines(Path(name), text.splitlines(keepends=True)))
    assert str(found.value).startswith(f"{name}:{told}")


@pytest.mark.parametrize(
    "at", ["2024-02-29T12:00:00", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+12:00"]
)
def test_a_time_that_is_no_moment_of_utc_is_not_kept(at: str) -> None:
    """It could be stored, and then no row with it could be read."""
    [line] = read_lines(Path("users.csv"), ["subject,username,displayName,createdAt\n", f"u1,a,A,{at}\n"])
    assert isinstance(line.entry, HostUser)
    assert [flaw.field for flaw in flaws_of([line.entry])] == ["createdAt"]


def test_what_is_in_another_encoding(tmp_path: Path) -> None:
    file = tmp_path / "users.csv"
    file.write_bytes((HEAD + "u1,alice,Älice,\n").encode("latin-1"))
    with file.open(encoding="utf-8") as text, pytest.raises(FileError, match="csv:1: not in UTF-8"):
        list(read_lines(file, text))


async def test_a_file_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "users.txt").touch()
    for name, why in {
        "nowhere.csv": "is no file",
        "users.txt": "is not a file of type .csv, .jsonl, .ndjson",
    }.items():
        code, _, err = await bring_in(f"sqlite:///{tmp_path}/d.db", tmp_path / name)
        assert (code, err) == (2, f"doorstep: {tmp_path}/{name} {why}\n")
