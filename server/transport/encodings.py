"""Results as an event stream (graphql-sse, distinct connections) or as parts (Apollo's multipart subscriptions)."""

from collections.abc import Sequence
from dataclasses import dataclass

import orjson
from graphql import GraphQLError

BOUNDARY = b"\r\n--graphql"
PART = b"\r\nContent-Type: application/json\r\n\r\n"


def _errors(errors: Sequence[GraphQLError]) -> bytes:
    return orjson.dumps([error.formatted for error in errors])


@dataclass(frozen=True, slots=True)
class EventStream:
    """Lines end in LF alone, and data is one line: some clients read no other form."""

    media = "text/event-stream"
    beginning = b"retry: 1000\n\n"
    heartbeat = b":\n\n"

    def place(self, event_cursor: str | None) -> bytes:
        """The place from which a browser resumes until it gets an item; the page is told nothing."""
        return f"id: {event_cursor}\n\n".encode() if event_cursor else b""

    def item(self, body: bytes, event_cursor: str | None) -> bytes:
        """A result in JSON. Its event cursor is the id from which a browser resumes."""
        id = f"id: {event_cursor}\n".encode() if event_cursor else b""
        return b"event: next\n%bdata: %b\n\n" % (id, body)

    def end(self, errors: Sequence[GraphQLError]) -> bytes:
        """The empty data lets a browser tell its page of the event."""
        last = self.item(b'{"errors":%b}' % _errors(errors), None) if errors else b""
        return last + b"event: complete\ndata:\n\n"

    def sent_away(self, error: GraphQLError) -> bytes:
        """The client must sign in again."""
        return self.end([error])

    def broken(self, error: GraphQLError) -> bytes:
        """Nothing: without `complete` the client connects again."""
        return b""


@dataclass(frozen=True, slots=True)
class Parts:
    """Each part ends with the next boundary, since clients read a part only when they have seen its end."""

    media = 'multipart/mixed;boundary="graphql";subscriptionSpec="1.0"'
    beginning = BOUNDARY
    heartbeat = PART + b"{}" + BOUNDARY

    def place(self, event_cursor: str | None) -> bytes:
        """Nothing: these clients cannot resume."""
        return b""

    def item(self, body: bytes, event_cursor: str | None) -> bytes:
        """A result in JSON; the event cursor is not repeated here."""
        return PART + b'{"payload":%b}' % body + BOUNDARY

    def end(self, errors: Sequence[GraphQLError]) -> bytes:
        """Errors of the operation are a result of their own."""
        last = self.item(b'{"errors":%b}' % _errors(errors), None) if errors else b""
        return last + b"--\r\n"

    def sent_away(self, error: GraphQLError) -> bytes:
        """An error of the connection, not of the operation."""
        return self.broken(error)

    def broken(self, error: GraphQLError) -> bytes:
        """An error of the connection, and the end."""
        return PART + b'{"payload":null,"errors":%b}' % _errors([error]) + BOUNDARY + b"--\r\n"


Encoding = EventStream | Parts
EVENTS, PARTS = EventStream(), Parts()
