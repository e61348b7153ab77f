"""A send as it is asked for, and what is answered."""

from dataclasses import dataclass

Answer = dict[str, object]


@dataclass
class Send:
    """`mutation` is sendRequest or sendMessage; `peer` "" is a user whom there is not.

    `is_let_in`: a contact code opens the thread.
    """

    mutation: str
    me: str
    peer: str
    text: str
    key: str | None = None
    code: str | None = None
    is_let_in: bool = False

    @property
    def given(self) -> tuple[str | None, ...]:
        """The parts that make two sends the same input."""
        return self.mutation, self.peer, self.text.strip(), self.code
