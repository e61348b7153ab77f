"""Errors that a client may see."""

from graphql import GraphQLError


class ClientError(GraphQLError):
    """Message and code reach the client as they are; `more` goes into the extensions."""

    def __init__(self, code: str, message: str, **more: object) -> None:
        super().__init__(message, extensions={"code": code, **more})


class Unauthenticated(ClientError):
    """No token, or a token of an unknown, inactive or erased user (behaviour 2.6)."""

    def __init__(self) -> None:
        super().__init__("UNAUTHENTICATED", "Sign in to do this.")


class BadUserInput(ClientError):
    """An argument of a query cannot be used; the message names the bound and does not quote the value."""

    def __init__(self, message: str) -> None:
        super().__init__("BAD_USER_INPUT", message)
