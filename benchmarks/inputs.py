"""The largest input of each mutation, as people of a crowd give it."""

from datetime import timedelta
from typing import Any

from graphql import GraphQLField, GraphQLInputObjectType, get_named_type

from benchmarks.crowd import NOW, Crowd
from models.event_log import EventCursor
from schema.types.ids import Kind
from tests.api.samples import Samples
from tests.printed import SCHEMA

SOON = (NOW + timedelta(days=30)).isoformat()
EVERYTHING = {"filter": {"all": True}}


def as_of(crowd: Crowd) -> str:
    """An event cursor of the viewer: before all that has come since the crowd was made."""
    return crowd.services.sealer.seal_event_cursor(EventCursor(crowd.viewer, 1, 0))


class Inputs:
    """By the name of the mutation, in an order in which each leaves the things that the next one needs."""

    def __init__(self, crowd: Crowd) -> None:
        self._seal = crowd.services.sealer.seal
        self._peer = self._seal(Kind.USER, crowd.peers[0])
        self._request = self._seal(Kind.REQUEST, crowd.requests[0])
        self._as_of = as_of(crowd)
        self._follows = _follows(len(crowd.peers))
        self._warning = self._seal(Kind.MODERATION_ACTION, crowd.warning)
        self._stranger = self._seal(Kind.USER, crowd.strangers[0])

    def all(self) -> dict[str, dict[str, Any]]:
        """Of every mutation that the schema has: those with a text or a list, or an order, then all others."""
        chosen = self._settings() | self._threads() | self._requests() | self._moderation() | self._host()
        assert SCHEMA.mutation_type
        fields = SCHEMA.mutation_type.fields.items()
        return chosen | {name: self._made(field) for name, field in fields if name not in chosen}

    def _made(self, field: GraphQLField) -> dict[str, Any]:
        """Of ids, flags and times: all that can be given."""
        kind = get_named_type(field.args["input"].type)
        assert isinstance(kind, GraphQLInputObjectType)
        return Samples(is_full=True, known=self._known()).input(kind)

    def _known(self) -> dict[str, Any]:
        return {
            "userId": self._stranger,
            "threadId": self._seal(Kind.THREAD, 1),
            "contactCodeId": self._seal(Kind.CONTACT_CODE, 1),
            "DateTime": SOON,
            "EventCursor": self._as_of,
        }

    def _settings(self) -> dict[str, dict[str, Any]]:
        return {
            "updateDmAudience": {"audience": "EVERYONE"},
            "updateFilterWords": {"words": _words(100), "entries": _entries(100)},
            "updateRequestPolicy": {"mutualFollows": "REQUESTS", "strangers": "HIDDEN"},
            "createContactCode": {"label": "c" * 64, "uses": 1_000, "expiresAt": SOON},
        }

    def _threads(self) -> dict[str, dict[str, Any]]:
        thread = self._seal(Kind.THREAD, 1)
        return {
            "sendRequest": {"recipientId": self._peer, "text": "word " * 99},
            "sendMessage": {"threadId": thread, "text": "word " * 399},
            "markRead": {"threadId": thread, "upTo": self._seal(Kind.MESSAGE, 1)},
            "delete": {"id": self._seal(Kind.THREAD, 2)},
            "undoDelete": {"id": self._seal(Kind.THREAD, 2)},
        }

    def _requests(self) -> dict[str, dict[str, Any]]:
        return {
            "moveRequest": {"requestId": self._request},
            "accept": {"requestId": self._request},
            "acceptRequests": {"asOf": self._as_of, "requests": EVERYTHING},
            "deleteRequests": {"asOf": self._as_of, "requests": EVERYTHING},
        }

    def _moderation(self) -> dict[str, dict[str, Any]]:
        report = self._seal(Kind.REPORT, 1)
        return {
            "report": {"subjectId": self._peer, "reason": "SPAM", "note": "word " * 399},
            "claimReport": {"reportId": report},
            "resolveReport": {"reportId": report, "resolution": "RESTRICT", "until": SOON},
            "liftRestriction": {"userId": self._stranger},
            "appealRestriction": {"decisionId": self._warning, "text": "word " * 399},
            "resolveAppeal": {
                "decisionId": self._seal(Kind.MODERATION_ACTION, 1),
                "uphold": True,
                "answer": "word " * 399,
            },
        }

    def _host(self) -> dict[str, dict[str, Any]]:
        return {
            "upsertUsers": {"users": _users()},
            "setFollows": {"add": self._follows, "remove": []},
            "eraseUser": {"subject": "host-stranger1"},
            "revokeTokens": {"subject": "host-stranger1", "before": "2026-01-01T00:00:00Z"},
            "takePushes": {"first": 100, "leaseSeconds": 5},
            "acknowledgePushes": {"leaseId": "0" * 32},
        }


def _words(count: int) -> list[str]:
    return [f"{'a ' * 30}{number:03}" for number in range(count)]


def _entries(count: int) -> list[dict[str, str]]:
    return [{"word": f"b{word}"[:64], "place": "NAME", "until": SOON} for word in _words(count)]


def _users() -> list[dict[str, str]]:
    return [
        {"subject": f"new-{n}", "username": f"new{n}", "displayName": f"New {n} Of The Crowd"}
        for n in range(500)
    ]


def _follows(users: int) -> list[dict[str, str]]:
    return [
        {"follower": f"host-peer{n % users}", "followee": f"host-sender{(n + n // users) % users}"}
        for n in range(500)
    ]
