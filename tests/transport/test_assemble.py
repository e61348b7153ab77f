"""A database that cannot be used stops the start with one line."""

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


@pytest.mark.parametrize("url", ["postgres://127.0.0.1:1/none", "mysql://127.0.0.1/none"])
async def test_a_url_that_leads_nowhere(url: str) -> None:
    settings = Settings(port=0, database_url=url, jwt_secret=SecretStr("a secret of the tests, long enough"))
    with pytest.raises(SettingsError, match=r"DOORSTEP_DATABASE_URL: ."):
        await assemble(settings)
