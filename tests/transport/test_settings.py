"""Settings: what starts, and the one line that says why something else does not."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from rules.policy import Age, Audience, Count, Length, Lifetime, Policy, Quiet, Refill, Size, Wait
from server.policy import names_of, read_numbers
from server.rates import Rates
from server.settings import UNREADABLE, SettingsError, read_settings
from tests.commands import doorstep

SECRET = "a secret of thirty-two bytes, or more"
GOOD = {"DOORSTEP_JWT_SECRET": SECRET}
THREE = {"DOORSTEP_WORKERS": "3", "DOORSTEP_DATABASE_URL": "postgres://x/y"}

WRONG: dict[str, tuple[dict[str, str], str]] = {
    "no secret": (
        {},
        "DOORSTEP_JWT_SECRET is needed (or DOORSTEP_JWKS_URL, or DOORSTEP_DEMO=1, on this machine only)",
    ),
    "short secret": (
        {"DOORSTEP_JWT_SECRET": "short-secret"},
        "DOORSTEP_JWT_SECRET must have at least 32 bytes",
    ),
    "a previous secret of nothing": (
        {
            **GOOD,
            "DOORSTEP_JWT_SECRET_PREVIOUS": "",
            "DOORSTEP_JWT_SECRET_PREVIOUS_UNTIL": "2026-03-04T12:00:00Z",
        },
        "DOORSTEP_JWT_SECRET_PREVIOUS must have at least 32 bytes",
    ),
    "an end that is a year": (
        {**GOOD, "DOORSTEP_JWT_SECRET_PREVIOUS": SECRET, "DOORSTEP_JWT_SECRET_PREVIOUS_UNTIL": "2027"},
        "DOORSTEP_JWT_SECRET_PREVIOUS_UNTIL must be a time with its zone such as 2026-03-04T12:00:00Z, or not set",
    ),
    "secret that is no text": (
        {"DOORSTEP_JWT_SECRET": "\udcff" * 40},
        "DOORSTEP_JWT_SECRET must be a text of 32 bytes or more",
    ),
    "port": (
        {**GOOD, "DOORSTEP_PORT": "70000"},
        "DOORSTEP_PORT must be a whole number from 0 to 65535",
    ),
    "port of a demo": (
        {"DOORSTEP_DEMO": "1", "DOORSTEP_PORT": "-1"},
        "DOORSTEP_PORT must be a whole number from 0 to 65535",
    ),
    "no host": ({**GOOD, "DOORSTEP_HOST": ""}, "DOORSTEP_HOST must be an address or a name to listen on"),
    "a host of two lines": (
        {**GOOD, "DOORSTEP_HOST": "localhost\n"},
        "DOORSTEP_HOST must be an address or a name to listen on",
    ),
    "demo of words": ({"DOORSTEP_DEMO": "maybe"}, "DOORSTEP_DEMO must be true or false"),
    "no database": (
        {**GOOD, "DOORSTEP_DATABASE_URL": ""},
        "DOORSTEP_DATABASE_URL must be sqlite:///file or postgres://…",
    ),
    "database without a file": (
        {**GOOD, "DOORSTEP_DATABASE_URL": "sqlite:///"},
        "DOORSTEP_DATABASE_URL must be sqlite:///file or postgres://…",
    ),
    "database in memory": (
        {**GOOD, "DOORSTEP_DATABASE_URL": "sqlite:///:memory:"},
        "DOORSTEP_DATABASE_URL must be sqlite:///file or postgres://…",
    ),
    "database of another kind, and a port of words": (
        {**GOOD, "DOORSTEP_PORT": "http", "DOORSTEP_DATABASE_URL": "mysql://root:hush@x/y"},
        "DOORSTEP_PORT must be a whole number from 0 to 65535; "
        "DOORSTEP_DATABASE_URL must be sqlite:///file or postgres://…",
    ),
    "no audience": (
        {**GOOD, "DOORSTEP_JWT_AUDIENCE": ""},
        "DOORSTEP_JWT_AUDIENCE must be a text, or not set",
    ),
    "no issuer": ({**GOOD, "DOORSTEP_JWT_ISSUER": ""}, "DOORSTEP_JWT_ISSUER must be a text, or not set"),
    "unknown": (
        {**GOOD, "DOORSTEP_JWT_SECRETS": "x"},
        "DOORSTEP_JWT_SECRETS is no setting; did you mean DOORSTEP_JWT_SECRET?",
    ),
    "unknown policy": (
        {**GOOD, "DOORSTEP_POLICY_MIN_AGE": "3"},
        "DOORSTEP_POLICY_MIN_AGE is no setting; did you mean DOORSTEP_POLICY_MINIMUM_AGE?",
    ),
    "not a field": (
        {**GOOD, "DOORSTEP_POLICY": "{}"},
        "DOORSTEP_POLICY is no setting; did you mean DOORSTEP_POLICY_PUSHES?",
    ),
    "demo in the open": (
        {**GOOD, "DOORSTEP_DEMO": "1", "DOORSTEP_HOST": "0.0.0.0"},
        "DOORSTEP_DEMO is refused on a DOORSTEP_HOST that others can reach",
    ),
    "origin": (
        {**GOOD, "DOORSTEP_CORS_ORIGINS": "https://a.example, *"},
        "DOORSTEP_CORS_ORIGINS must be origins such as https://app.example.com, with commas between",
    ),
    "log level": (
        {**GOOD, "DOORSTEP_LOG_LEVEL": "loud"},
        "DOORSTEP_LOG_LEVEL must be debug, info, warning or error",
    ),
    "sets": ({**GOOD, "DOORSTEP_SEND_SETS": "maybe"}, "DOORSTEP_SEND_SETS must be true or false"),
    "a limit of nothing": (
        {**GOOD, "DOORSTEP_LIMIT_SOCKETS": "0"},
        "DOORSTEP_LIMIT_SOCKETS must be a whole number from 1 to 1000000000",
    ),
    "unknown limit": (
        {**GOOD, "DOORSTEP_LIMIT_SOCKET": "3"},
        "DOORSTEP_LIMIT_SOCKET is no setting; did you mean DOORSTEP_LIMIT_SOCKETS?",
    ),
    "proxies": (
        {**GOOD, "DOORSTEP_TRUSTED_PROXIES": "10.0.0.0/8, proxy.example"},
        "DOORSTEP_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, with commas between",
    ),
    "a password in its raw form": (
        {**GOOD, "DOORSTEP_DATABASE_URL": "postgres://root:hush/hush@x/y"},
        f"DOORSTEP_DATABASE_URL {UNREADABLE}",
    ),
    "an option that redis has not": (
        {**GOOD, "DOORSTEP_REDIS_URL": "redis://x?no_option=1"},
        "DOORSTEP_REDIS_URL must be redis://… or rediss://…, or not set",
    ),
    "keys at an address that is none": (
        {**GOOD, "DOORSTEP_JWKS_URL": "https://[::1/keys"},
        "DOORSTEP_JWKS_URL must be https://…, or http:// on this machine, or not set",
    ),
    "metrics on the own port": (
        {**GOOD, "DOORSTEP_PORT": "9101", "DOORSTEP_METRICS_PORT": "9100", **THREE},
        "DOORSTEP_METRICS_PORT must be another than DOORSTEP_PORT: workers take 9100 to 9102",
    ),
    "too few ports for metrics": (
        {**GOOD, "DOORSTEP_METRICS_PORT": "65534", **THREE},
        "DOORSTEP_METRICS_PORT leaves no port for each worker: they take 65534 to 65536",
    ),
    "several": (
        {"DOORSTEP_JWT_SECRET": "short-secret", "DOORSTEP_POLICY_UNDO_WINDOW": "ten", "DOORSTEP_PORT": "x"},
        "DOORSTEP_POLICY_UNDO_WINDOW must be a time from 1 second to 36,500 days: seconds such as 600, or ISO "
        "8601 such as PT10M; DOORSTEP_PORT must be a whole number from 0 to 65535; DOORSTEP_JWT_SECRET must have "
        "at least 32 bytes",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_refuses_what_is_wrong(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    environment, line = WRONG[case]
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as refused:
        read_settings()

    assert str(refused.value) == line
    assert not any(secret in line for secret in (SECRET, "short-secret"))


@pytest.mark.parametrize(
    ("environment", "line"),
    [
        (*WRONG["short secret"],),
        (
            {**GOOD, "DOORSTEP_DATABASE_URL": "mysql://root:hush@x/y"},
            "DOORSTEP_DATABASE_URL must be sqlite:///file or postgres://…",
        ),
    ],
)
async def test_the_process_says_so_in_one_line(environment: dict[str, str], line: str) -> None:
    settings = {name.removeprefix("DOORSTEP_"): value for name, value in environment.items()}
    assert await doorstep("serve", **settings) == (2, "", f"doorstep: {line}\n")


def test_reads_every_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        **GOOD,
        "DOORSTEP_HOST": "::1",
        "DOORSTEP_PORT": "0",
        "DOORSTEP_CORS_ORIGINS": "https://a.example, http://localhost:5173",
        "DOORSTEP_TRUSTED_PROXIES": "10.0.0.0/8, 2001:db8::1",
        "DOORSTEP_POLICY_REQUEST_LENGTH": "100",
        "DOORSTEP_LIMIT_READS_BURST": "500",
    }.items():
        monkeypatch.setenv(name, value)

    settings = read_settings()

    assert (settings.host, settings.port, settings.demo) == ("::1", 0, False)
    assert settings.cors_origins == {"https://a.example", "http://localhost:5173"}
    assert settings.trusted_proxies == (ip_network("10.0.0.0/8"), ip_network("2001:db8::1"))
    assert settings.policy == Policy(request_length=100)
    assert settings.rates == Rates(reads_burst=500)
    assert SECRET not in repr(settings)


def test_the_page_says_every_limit_with_its_default() -> None:
    page = (Path(__file__).resolve().parents[2] / "README.md").read_text()
    for variable, name in names_of(Rates).items():
        assert f"| `{variable}` | `{getattr(Rates(), name)}` |" in page


def test_each_demo_has_a_secret_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOORSTEP_DEMO", "1")

    first, second = (read_settings().jwt_secret for _ in range(2))

    assert first != second
    assert len(first) >= 32


AGE = "a whole number from 0 to 99"
NUMBERS = "", "ten", "-1", "1.5", "9" * 20, "٣", "nan", "[]"
TIMES = *NUMBERS[:3], "٣", "nan", "-PT1S", "P99999999D", "1e999", "10 minutes", "[]"


def time_from(least: str, most: str = "36,500 days") -> str:
    return f"a time from {least} to {most}: seconds such as 600, or ISO 8601 such as PT10M"


KINDS: dict[Any, tuple[str, tuple[str, ...]]] = {
    Length: ("a whole number from 1 to 2000", (*NUMBERS, "0", "2001")),
    Age: (AGE, (*NUMBERS, "300")),
    Mapping[str, Age]: (
        f"a JSON object with names that are not empty, each of its values {AGE}",
        ("", "KR", "14", "null", "[" * 9999, '{"": 18}', '{"KR": -1}', '{"KR": 300}', '{"KR": "old"}', "{}{"),
    ),
    bool: ("true or false", ("", "maybe", "2", "[]")),
    Audience: ("EVERYONE, PEOPLE_I_FOLLOW, FRIENDS or NO_ONE", ("", "NOBODY", "1", "[]")),
    Size: ("a whole number from 1 to 1000000", (*NUMBERS, "0")),
    Count: ("a whole number from 0 to 1000000", NUMBERS),
    Refill: (time_from("0.001 seconds", "1 day"), (*TIMES, "0", "P2D")),
    Wait: (time_from("0 seconds"), TIMES),
    Lifetime: (time_from("1 second"), (*TIMES, "0")),
    Quiet: (time_from("0.01 seconds", "25 seconds"), (*TIMES, "0", "25.1", "PT1M")),
}
"""Good and bad values of each kind of setting."""
POLICY = {name: KINDS[kind] for name, kind in get_type_hints(Policy, include_extras=True).items()}


def test_every_field_of_the_policy_says_what_it_may_be() -> None:
    for name, (described, values) in POLICY.items():
        variable = f"DOORSTEP_POLICY_{name.upper()}"
        for value in values:
            wrong: list[str] = []
            read_numbers(Policy, {variable: value, "DOORSTEP_POLICY_X": "x"}, wrong)
            assert wrong == [f"{variable} must be {described}"]


def test_all_that_is_wrong_is_named_at_once() -> None:
    given = {f"DOORSTEP_POLICY_{name.upper()}": values[1] for name, (_, values) in POLICY.items()}
    wrong: list[str] = []
    read_numbers(Policy, given, wrong)

    assert [line.split(" must be ")[0] for line in wrong] == list(given)


def test_the_defaults_are_within_their_bounds() -> None:
    spoken = {
        f"DOORSTEP_POLICY_{field.name.upper()}": _spelled(getattr(Policy(), field.name))
        for field in fields(Policy)
    }
    assert read_numbers(Policy, spoken, []) == Policy()


def _spelled(value: object) -> str:
    match value:
        case timedelta():
            return str(value.total_seconds())
        case Audience():
            return value.name
    return json.dumps(value)


def test_policy_is_read_by_the_types_of_its_fields() -> None:
    assert read_numbers(Policy, {}, []) == Policy()
    assert read_numbers(
        Policy,
        {
            "DOORSTEP_POLICY_MINIMUM_AGE": "18",
            "DOORSTEP_POLICY_MINIMUM_AGE_BY_REGION": '{"DE": 14}',
            "DOORSTEP_POLICY_PHONE_REQUIRED": "0",
            "DOORSTEP_POLICY_VERIFIED_AUDIENCE": "friends",
            "DOORSTEP_POLICY_BUCKET_REFILL": "1.5",
            "DOORSTEP_POLICY_UNDO_WINDOW": "PT5M",
            "ELSEWHERE": "x",
        },
        [],
    ) == Policy(
        minimum_age=18,
        minimum_age_by_region={"DE": 14},
        phone_required=False,
        verified_audience=Audience.FRIENDS,
        bucket_refill=timedelta(seconds=1.5),
        undo_window=timedelta(minutes=5),
    )
