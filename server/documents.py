"""The documents that clients can name by a hash, and the trusted ones, where only those may run."""

import hashlib
import json
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from graphql import DocumentNode, FieldNode, GraphQLError, SelectionSetNode, Visitor, parse, print_ast, visit

from schema.types.errors import ClientError
from server.costs import Limits
from server.files import read_text

Mode = Literal["open", "trusted"]

MOST = 1_000
"""Documents that clients have registered by sending them, and texts that were found to be trusted; the oldest go."""

ALLOWED = "DOORSTEP_DOCUMENTS=open allows any document; docs/documents.md says how to register yours."

NOT_FOUND = ClientError("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")
"""Clients know the code, Apollo the message too: they send the text with the hash."""

UNTRUSTED = ClientError("UNTRUSTED_DOCUMENT", f"This document is not registered here. {ALLOWED}")
MISMATCH = ClientError("BAD_REQUEST", "The hash is not the SHA-256 of the document.")


class ManifestError(Exception):
    """One line for the operator."""


class Documents:
    """Two documents are one if they differ only in white space, comments and `__typename`, which caches add.

    In open mode each document that comes with its hash can be named by it from then on, in this process.
    """

    def __init__(
        self, named: Mapping[str, str], mode: Mode, limits: Limits | None = None, texts: Iterable[str] = ()
    ) -> None:
        """`named`: trusted documents by hash. `texts`: further ones, by the hash of the text or of its printed form."""
        self._limits = limits or Limits()
        self._mode = mode
        self._by_hash: dict[str, str] = {}
        self._trusted: set[str] = set()
        for text in texts:
            if document := _parsed(text, self._limits):
                self._trusted.add(_without_typenames(document))
                self._by_hash |= {hash_of(form): text for form in (text, text.strip(), print_ast(document))}
        self._trusted.update(filter(None, (canonical(text, self._limits) for text in named.values())))
        self._by_hash.update(named)
        self._found: OrderedDict[str, bool] = OrderedDict()
        self._sent: OrderedDict[str, str] = OrderedDict()

    def text_of(self, text: str, hash: str) -> str | ClientError:
        """The text of a document that came as text, as hash or as both, or why it may not run; "" is not given."""
        if not text:
            return self._by_hash.get(hash) or self._sent.get(hash) or NOT_FOUND
        if self._mode == "trusted" and not self._is_trusted(text):
            return UNTRUSTED
        if hash in self._by_hash and self._is_trusted(text):
            return text
        if hash and hash_of(text) != hash:
            return MISMATCH
        if hash and len(text) <= self._limits.source:
            _keep(self._sent, hash, text)
        return text

    def new(self, text: str) -> int:
        """Code points that must be parsed to find out whether the text is trusted; 0 if it need not be found out."""
        is_known = self._mode == "open" or text in self._found
        return 0 if is_known else min(len(text), self._limits.source)

    def _is_trusted(self, text: str) -> bool:
        if text in self._found:
            self._found.move_to_end(text)
            return True
        if canonical(text, self._limits) not in self._trusted:
            return False
        _keep(self._found, text, True)
        return True


def _keep(store: OrderedDict[str, Any], key: str, value: Any) -> None:
    store[key] = value
    store.move_to_end(key)
    if len(store) > MOST:
        store.popitem(last=False)


def hash_of(text: str) -> str:
    """The SHA-256 of the text, in hexadecimal digits."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


class _WithoutTypenames(Visitor):
    def leave_selection_set(self, node: SelectionSetNode, *_: object) -> Any:
        """One that would be empty keeps it."""
        kept = tuple(one for one in node.selections if not _is_typename(one))
        return SelectionSetNode(selections=kept or node.selections[:1])


def _is_typename(node: Any) -> bool:
    is_field = isinstance(node, FieldNode) and node.name.value == "__typename"
    return is_field and not node.alias and not node.directives


def canonical(text: str, limits: Limits) -> str | None:
    """The same for documents that are one; None for a text that is no document, or too long."""
    document = _parsed(text, limits)
    return _without_typenames(document) if document else None


def _parsed(text: str, limits: Limits) -> DocumentNode | None:
    try:
        return parse(text, max_tokens=limits.tokens, max_source_length=limits.source)
    except (GraphQLError, RecursionError):
        return None


def _without_typenames(document: DocumentNode) -> str:
    form: str = print_ast(visit(document, _WithoutTypenames()))
    return form


def read_manifests(path: Path) -> dict[str, str]:
    """Documents by hash, of a file or of all `.json` files of a folder; ManifestError for anything else.

    A manifest is `{hash: document}`, as codegen's client preset and Relay's compiler write it, or Apollo's
    `{"operations": [{"id": …, "body": …}]}`. A hash need not be a SHA-256: it is a name.
    """
    found: dict[str, str] = {}
    for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
        for name, text in _read(file).items():
            if found.setdefault(name, text) != text:
                raise ManifestError(f"{file}: two documents have the hash {name[:64]}")
    if not found:
        raise ManifestError(f"{path}: no document")
    return found


def _read(file: Path) -> dict[str, str]:
    try:
        given = json.loads(read_text(file))
    except (OSError, ValueError, RecursionError) as error:
        raise ManifestError(f"{file}: {type(error).__name__}") from error
    if isinstance(given, dict) and isinstance(given.get("operations"), list):
        given = {one.get("id"): one.get("body") for one in given["operations"] if isinstance(one, dict)}
    if not isinstance(given, dict):
        raise ManifestError(f"{file}: not an object of documents by hash")
    for name, text in given.items():
        if not name or not isinstance(text, str) or _parsed(text, Limits()) is None:
            raise ManifestError(f"{file}: {str(name)[:64]!r} is no document")
    return given
