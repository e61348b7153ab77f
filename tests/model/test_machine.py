"""The service and the plain model agree, step by step."""

import platform
import time
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.databases import Source
from tests.model.conftest import SHORT
from tests.model.figures import write
from tests.model.machine import Machine
from tests.model.service import Service, served

STEPS = 30


def chosen(config: pytest.Config) -> settings:
    """The short form is the same each time; the long one prints how to repeat what it finds."""
    runs = int(config.getoption("--runs", SHORT))
    phases = (Phase.generate,) if config.getoption("--hasty", False) else tuple(Phase)
    return settings(
        max_examples=runs,
        stateful_step_count=STEPS,
        phases=phases,
        derandomize=runs == SHORT,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )


def drive(service: Service, how: settings) -> None:
    try:
        run_state_machine_as_test(type("TheMachine", (Machine,), {"service": service}), settings=how)
    except BaseException as error:
        error.add_note(f"differs after {service.runs} runs")
        raise


@pytest.mark.shows("4.1", "4.58", "5.8", "7.4", "7.14", "7.22", "8.7", "12.4", "12.5")
def test_the_service_does_what_the_plain_model_says(source: Source, request: pytest.FixtureRequest) -> None:
    how = chosen(request.config)
    with served(source) as service:
        started = time.monotonic()
        drive(service, how)
        minutes = (time.monotonic() - started) / 60
    if request.config.getoption("--keep-figures", False):
        figures = f"{service.runs} runs of {STEPS} steps without a difference in {minutes:.0f} minutes"
        where = f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}"
        write("runs", type(source).__name__.removesuffix("Source"), f"{figures} ({where})")
