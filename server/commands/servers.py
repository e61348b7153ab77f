"""Serving and tokens, and the settings with which every command begins."""

import os
from collections.abc import Sequence
from datetime import timedelta

import uvloop

from rules.provisioning import is_subject
from server.assembly import assemble
from server.keys import sign as sign_token
from server.logs import configure_logs
from server.process import serve as serve_alone
from server.settings import PREFIX, Settings, SettingsError, read_settings

PRIVATE = 0o077
"""A file that a command makes holds messages and secrets: its owner alone may read it."""


def begin(**chosen: object) -> Settings:
    """The settings, those of the command line first; from now on logs go where the settings say."""
    settings = read_settings(**{name: value for name, value in chosen.items() if value is not None})
    os.umask(PRIVATE)
    configure_logs(settings.log_level, settings.log_format)
    return settings


def serve(**chosen: object) -> int:
    """Serve until a signal; the exit status."""
    settings = begin(**chosen)
    if settings.workers > 1:
        # Its import takes memory that one process does not need.
        from server.workers import serve_shared

        return serve_shared(settings)
    uvloop.run(serve_alone(settings, assemble))
    return 0


def sign(subject: str, roles: Sequence[str], seconds: int) -> str:
    """A token; SettingsError without a secret that servers know, and for a subject that they refuse."""
    settings = begin()
    if not is_subject(subject):
        raise SettingsError("SUBJECT is no id that a user may have: docs/host.md says what can be one")
    name = f"{PREFIX}JWT_SECRET"
    if not os.environ.get(name):
        raise SettingsError(f"{name} is needed: a demo without one signs with a secret of its own")
    return sign_token(settings, subject, roles, timedelta(seconds=seconds))
