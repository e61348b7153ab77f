"""Top-level errors that a client may see; whatever else is raised is masked at the pipeline's exit."""

from graphql import GraphQLError


class ClientError(GraphQLError):
    """An error whose message and code reach the client as they are, and what else its extensions tell."""

    def __init__(self, code: str, message: str, **more: object) -> None:
        super().__init__(message, extensions={"code": code, **more})


class Unauthenticated(ClientError):
    """No token, or a token of an unknown, inactive or erased user (behaviour 2.6)."""

    def __init__(self) -> None:
        super().__init__("UNAUTHENTICATED", "Sign in to do this.")


class BadUserInput(ClientError):
    """An argument of a query that cannot be used; the message says which bound it breaks, and quotes nothing."""

    def __init__(self, message: str) -> None:
        super().__init__("BAD_USER_INPUT", message)
