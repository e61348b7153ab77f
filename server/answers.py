"""A result as the JSON of its answer, of a bounded size."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import orjson
from strawberry.types.execution import ExecutionResult, PreExecutionError

from schema.types.errors import ClientError
from server.masking import after_commit

MAX_BYTES = 2 * 1024 * 1024


@dataclass
class Result(ExecutionResult):
    """What an operation came to; `event_cursors` are those of the root fields that it committed."""

    event_cursors: Mapping[str, str] = field(default_factory=dict)


class AnswerTooLarge(ClientError):
    """Texts may be so long that even an operation of a low cost has a larger answer."""

    def __init__(self, path: list[str | int] | None = None) -> None:
        message = "This answer would be too large: ask for fewer rows at once."
        super().__init__("ANSWER_TOO_LARGE", message)
        self.path = path


def json_of(result: ExecutionResult) -> bytes:
    """The JSON of a result, or of the error that it is too large; without data if the operation never ran."""
    body = orjson.dumps(_payload(result))
    return body if len(body) <= MAX_BYTES else orjson.dumps(_payload(_too_large(result)))


def _payload(result: ExecutionResult) -> dict[str, object]:
    shown: dict[str, object] = {} if isinstance(result, PreExecutionError) else {"data": result.data}
    if result.errors:
        shown["errors"] = [error.formatted for error in result.errors]
    if result.extensions:
        shown["extensions"] = result.extensions
    return shown


def _too_large(result: ExecutionResult) -> ExecutionResult:
    """What was committed is answered as done, each root field by itself."""
    event_cursors = result.event_cursors if isinstance(result, Result) else {}
    if not event_cursors:
        return ExecutionResult(data=None, errors=[AnswerTooLarge()], extensions=result.extensions)
    fields = list(result.data or {})
    errors = [after_commit(AnswerTooLarge([name]), event_cursors) for name in fields]
    return ExecutionResult(data=dict.fromkeys(fields), errors=errors, extensions=result.extensions)
