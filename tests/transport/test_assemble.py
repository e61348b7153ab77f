"""A database that cannot be used stops the start with one line."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from server.assemble import assemble
from server.settings import Settings, SettingsError
from tests.databases import PostgresSource


async def test_a_database_that_is_not_there(postgres_source: PostgresSource) -> None:
    url = await postgres_source.make()
    await postgres_source.drop(url)
    settings = Settings(port=0, database_url=url, jwt_secret=SecretStr("a secret of the tests, long enough"))
    with pytest.raises(SettingsError, match=r"DOORSTEP_DATABASE_URL: database .* does not exist"):
        await assemble(settings)


@pytest.mark.parametrize("where", ["postgres://127.0.0.1:1/none", "sqlite:///{folder}", "sqlite:///{text}"])
async def test_a_url_that_leads_nowhere(where: str, tmp_path: Path) -> None:
    text = tmp_path / "text.db"
    text.write_text("no database, only a text that is longer than the head of one is " * 20)
    settings = Settings(
        port=0,
        database_url=where.format(folder=tmp_path, text=text),
        jwt_secret=SecretStr("a secret of the tests, long enough"),
    )
    with pytest.raises(SettingsError, match=r"DOORSTEP_DATABASE_URL: ."):
        await assemble(settings)
