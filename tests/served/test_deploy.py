"""The files for operators name settings and commands that there are, and programs that fit together."""

import re
from dataclasses import fields
from pathlib import Path

from server.commands.line import line
from server.settings import PREFIX, Settings

DEPLOY = Path(__file__).parents[2] / "deploy"
TEXT = "\n".join(path.read_text() for path in sorted(DEPLOY.iterdir()))
DUMPS = {"trixie": 17}
"""The version of PostgreSQL's programs in each release of Debian."""


def test_each_variable_is_a_setting() -> None:
    known = {PREFIX + field.name.upper() for field in fields(Settings)}
    assert set(re.findall(rf"{PREFIX}\w+", TEXT)) <= known


def test_each_command_is_one_of_ours() -> None:
    found = set(re.findall(r"doorstep[\" ,]+(\w+)\b", "\n".join(re.findall(r"(?:ExecStart=|CMD).*", TEXT))))
    assert {"serve", "backup"} <= found <= line.commands.keys()


def test_the_proxy_passes_the_port_that_a_page_of_its_own_names() -> None:
    """compose.yaml gives it the port 8080, so `$host` would be no page's origin."""
    assert re.findall(r"proxy_set_header Host (\S+);", TEXT) == ["$http_host"]


def test_a_backup_can_be_made_of_the_server_beside_it() -> None:
    """pg_dump refuses a server that is newer than itself."""
    [release] = re.findall(r"^FROM python:3\.11-slim-(\w+)$", TEXT, re.MULTILINE)
    [server] = re.findall(r"image: postgres:(\d+)$", TEXT, re.MULTILINE)
    assert int(server) <= DUMPS[release]


def test_no_secret_is_a_part_of_an_address() -> None:
    """A password that was made at random often has a slash."""
    assert re.findall(r"\S+://\S*\$\{\S*", TEXT) == []
