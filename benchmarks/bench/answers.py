"""Whether servers give equal answers: the same facts in the same order, whatever their fields and ids are called."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from benchmarks.bench.servers import Server
from benchmarks.bench.workloads import READS, asks

ASKED = 20
"""Questions that are compared before a workload is measured."""


class Different(Exception):
    """Two servers that disagree."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads answers of one server; `keys` are those that its ids of users and threads name."""

    keys: Mapping[str, int]

    def facts(self, workload: str, data: Any) -> Any:
        """The content of the answer, in one form for all servers."""
        match workload:
            case "inbox":
                return self._page(data["inbox"], lambda node: self._thread(node, node["peer"]))
            case "requests":
                return self._page(data["requests"], self._request)
            case "thread" | "thread50":
                thread = data["thread"]
                head = self._key(thread["id"]), thread["unreadCount"], self._user(thread["peer"])
                return head, self._page(thread["messages"], self._message)
        return data

    def _page(self, page: Any, read: Any) -> Any:
        return [read(edge["node"]) for edge in page["edges"]], page["pageInfo"]["hasNextPage"]

    def _thread(self, node: Any, peer: Any) -> Any:
        message = self._message(node["lastMessage"])
        return self._key(node["id"]), node["unreadCount"], self._user(peer), message

    def _request(self, node: Any) -> Any:
        """Doorstep's requests are a type of their own, which has the thread."""
        thread = node.get("thread", node)
        message = self._message(thread["lastMessage"])
        return thread["unreadCount"], self._user(node.get("sender") or node["peer"]), message

    def _message(self, node: Any) -> Any:
        sent = datetime.fromisoformat(node.get("sentAt") or node["createdAt"])
        sender = self._user(node["sender"]) if "sender" in node else None
        return node["text"], sent, node.get("receipt") == "SEEN" or node.get("seen", False), sender

    def _user(self, node: Any) -> Any:
        verified = node.get("isVerified", node.get("verified"))
        names = [node.get(name) for name in ("username", "displayName", "avatarUrl")]
        return self._key(node["id"]), *names, verified

    def _key(self, id: str) -> int:
        return self.keys[id] if self.keys else int(id)


async def compare(servers: list[Server], workload: str) -> None:
    """Different, if one says something else than the first. Sends are told apart by their proofs alone."""
    if workload not in READS:
        return
    given = asks(workload)
    for ask in [next(given) for _ in range(ASKED)]:
        said = {}
        for server in servers:
            answer = json.loads(await server.ask(workload, ask))
            if "errors" in answer:
                raise Different(f"{server.name}, {workload}: {answer['errors']}")
            said[server.name] = Reader(server.keys).facts(workload, answer["data"])
        first, *others = said
        for other in others:
            if said[other] != said[first]:
                raise Different(f"{workload}, {ask}:\n{first}: {said[first]}\n{other}: {said[other]}")
