"""Settings: what starts, and the one line that says why something else does not."""

import subprocess
import sys
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest

from rules.audience import Audience
from rules.policy import Policy
from server.policy_source import names_of, read_numbers
from server.rates import Rates
from server.settings import Settings, SettingsError, read_settings

SECRET = "a secret of thirty-two bytes, or more"
GOOD = {"DOORSTEP_JWT_SECRET": SECRET}

WRONG: dict[str, tuple[dict[str, str], str]] = {
    "no secret": ({}, "DOORSTEP_JWT_SECRET is needed (or DOORSTEP_DEMO=1, on this machine only)"),
    "short secret": (
        {"DOORSTEP_JWT_SECRET": "short-secret"},
        "DOORSTEP_JWT_SECRET must have at least 32 bytes",
    ),
    "port": (
        {**GOOD, "DOORSTEP_PORT": "70000"},
        "DOORSTEP_PORT: Input should be less than or equal to 65535",
    ),
    "port of words": (
        {**GOOD, "DOORSTEP_PORT": "http"},
        "DOORSTEP_PORT: Input should be a valid integer, unable to parse string as an integer",
    ),
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
        "DOORSTEP_POLICY is no setting; did you mean DOORSTEP_PORT?",
    ),
    "demo in the open": (
        {**GOOD, "DOORSTEP_DEMO": "1", "DOORSTEP_HOST": "0.0.0.0"},
        "DOORSTEP_DEMO is refused on a DOORSTEP_HOST that others can reach",
    ),
    "origin": (
        {**GOOD, "DOORSTEP_CORS_ORIGINS": "https://a.example, *"},
        "DOORSTEP_CORS_ORIGINS: must be origins such as https://app.example.com, with commas between",
    ),
    "log level": (
        {**GOOD, "DOORSTEP_LOG_LEVEL": "loud"},
        "DOORSTEP_LOG_LEVEL: Input should be 'debug', 'info', 'warning' or 'error'",
    ),
    "policy of words": (
        {**GOOD, "DOORSTEP_POLICY_BUCKET_SIZE": "many"},
        "DOORSTEP_POLICY_BUCKET_SIZE is not of its type",
    ),
    "limit of words": (
        {**GOOD, "DOORSTEP_LIMIT_MUTATIONS": "many"},
        "DOORSTEP_LIMIT_MUTATIONS is not of its type",
    ),
    "a limit of nothing": (
        {**GOOD, "DOORSTEP_LIMIT_SOCKETS": "0"},
        "DOORSTEP_LIMIT_SOCKETS is not of its type",
    ),
    "unknown limit": (
        {**GOOD, "DOORSTEP_LIMIT_SOCKET": "3"},
        "DOORSTEP_LIMIT_SOCKET is no setting; did you mean DOORSTEP_LIMIT_SOCKETS?",
    ),
    "proxies": (
        {**GOOD, "DOORSTEP_TRUSTED_PROXIES": "10.0.0.0/8, proxy.example"},
        "DOORSTEP_TRUSTED_PROXIES: must be addresses or networks such as 10.0.0.0/8, with commas between",
    ),
    "policy below zero": (
        {**GOOD, "DOORSTEP_POLICY_UNDO_WINDOW": "-1"},
        "DOORSTEP_POLICY_UNDO_WINDOW is below zero",
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
            "DOORSTEP_DATABASE_URL: a database url starts with sqlite:/// or postgres://",
        ),
    ],
)
def test_the_process_says_so_in_one_line(environment: dict[str, str], line: str) -> None:
    command = [sys.executable, "-m", "server"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)

    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", f"doorstep: {line}\n")


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

    settings = Settings()  # type: ignore[call-arg]

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

    first, second = (Settings().jwt_secret.get_secret_value() for _ in range(2))  # type: ignore[call-arg]

    assert first != second
    assert len(first) >= 32


def test_policy_is_read_by_the_types_of_its_fields() -> None:
    assert read_numbers(Policy, {}) == Policy()
    assert read_numbers(
        Policy,
        {
            "DOORSTEP_POLICY_MINIMUM_AGE": "18",
            "DOORSTEP_POLICY_MINIMUM_AGE_BY_REGION": '{"DE": 14}',
            "DOORSTEP_POLICY_PHONE_REQUIRED": "off",
            "DOORSTEP_POLICY_VERIFIED_AUDIENCE": "friends",
            "DOORSTEP_POLICY_BUCKET_REFILL": "1.5",
            "DOORSTEP_POLICY_UNDO_WINDOW": "PT5M",
            "ELSEWHERE": "x",
        },
    ) == Policy(
        minimum_age=18,
        minimum_age_by_region={"DE": 14},
        phone_required=False,
        verified_audience=Audience.FRIENDS,
        bucket_refill=timedelta(seconds=1.5),
        undo_window=timedelta(minutes=5),
    )
