"""Clients that go away amid anything: the service goes on, and its log stays lines of JSON without a bug."""

import asyncio
import json
import socket
import struct
import sys
from asyncio.subprocess import PIPE
from collections import Counter

from tests.databases import PATIENCE
from tests.forks import forked
from tests.transport.test_heads import BODY, POST, UPGRADE, request
from tests.transport.test_process import ENVIRONMENT, MODULE

SECRET = b"SECRETOFTHECLIENT"
FULL = request(b"POST /graphql", list(POST.items()), BODY)
OPENED = request(b"GET /graphql", list(UPGRADE.items()), b"")


def framed(message: bytes) -> bytes:
    """A text frame with a mask of zeros."""
    return bytes([0x81, 0xFE]) + len(message).to_bytes(2, "big") + bytes(4) + message


INIT = framed(b'{"type":"connection_init"}')
STREAM = framed(b'{"type":"subscribe","id":"1","payload":{"query":"subscription{floods}"}}')
SAID = {
    "nothing": b"",
    "a part of the line": b"POST /gra" + SECRET,
    "a part of the head": b"POST /graphql HTTP/1.1\r\nHost: x\r\nX: " + SECRET,
    "a part of the body": FULL[:-5],
    "a part of a chunk": FULL.replace(b"Content-Length: 24", b"Transfer-Encoding: chunked")[:-5],
    "a question whether to go on": FULL.replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n")[:-5],
    "what is no HTTP": b"\x00" + SECRET + b"\r\n\r\n",
    "too much": FULL.replace(b"Length: 24", b"Length: 999999999") + SECRET * 9_000,
    "requests": FULL * 20,
    "a part of a handshake": OPENED[:-5],
    "a handshake": OPENED,
    "a bad handshake": OPENED.replace(b"dGhl", b"\xff" + SECRET),
    "a part of a frame": OPENED + INIT + STREAM[:-5],
    "a bad frame": OPENED + INIT + b"\x8f\xff" + SECRET,
    "a frame too large": OPENED + INIT + b"\x81\xff" + (10**9).to_bytes(8, "big") + SECRET * 5_000,
    "a stream": OPENED + INIT + STREAM,
}


async def leave(port: int, said: bytes, way: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(said)
    await asyncio.sleep(0.02 if "later" in way else 0)
    if "reset" in way:
        linger = struct.pack("ii", 1, 0)
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        writer.transport.abort()
    elif way == "half":
        writer.write_eof()
        await asyncio.wait([asyncio.ensure_future(reader.read(100))], timeout=PATIENCE)
    writer.close()


async def test_no_way_to_leave_is_a_bug() -> None:
    process = await forked(MODULE, ENVIRONMENT)
    line = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
    port = int(line.decode().split(":")[-1].split("/")[0])
    for said in SAID.values():
        for way in ("close", "close later", "reset", "reset later", "half"):
            await leave(port, said, way)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(FULL)
    assert await asyncio.wait_for(reader.readline(), PATIENCE) == b"HTTP/1.1 200 OK\r\n"
    writer.close()
    process.terminate()
    _, errors = await asyncio.wait_for(process.communicate(), PATIENCE)

    lines = [json.loads(line) for line in errors.splitlines()]
    assert {line["event"] for line in lines} <= {"request", "refused"}
    assert not [line for line in lines if line["level"] != "info" or line["status"] >= 500]
    assert SECRET not in errors


LIBRARY = """
import asyncio, logging, sys, threading, uvloop, warnings
from server.logs import configure_logs
configure_logs("info")
SECRET = sys.argv[1]
logging.getLogger("aiohttp.server").info("not shown")
try:
    raise ValueError(SECRET)
except ValueError:
    logging.getLogger("aiohttp.server").exception("Error handling %s", SECRET)
logging.getLogger("asyncio").error("never retrieved\\nfuture: " + SECRET)
warnings.warn("mind the step", RuntimeWarning)

class Last:
    __repr__ = lambda self: SECRET
    def fail(self, *_):
        raise ValueError(SECRET)
    __del__ = fail

async def call_back():
    asyncio.get_running_loop().call_soon(Last().fail, SECRET)
    await asyncio.sleep(0)

asyncio.run(call_back())
uvloop.run(call_back())
thread = threading.Thread(target=Last().fail)
thread.start()
thread.join()
"""


async def test_libraries_speak_json_too() -> None:
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", LIBRARY, SECRET, stderr=PIPE)
    _, errors = await process.communicate()

    bug, lost, warned, *uncaught = [json.loads(line) for line in errors.splitlines()]
    assert (bug["event"], bug["logger"], bug["error"]) == (
        "Error handling %s",
        "aiohttp.server",
        "ValueError",
    )
    assert "line 8" in bug["frames"][0]
    assert (lost["event"], lost["level"]) == ("never retrieved", "error")
    assert "mind the step" in warned["event"]
    assert Counter((line["event"], line["error"]) for line in uncaught) == {
        ("Exception in callback", "ValueError"): 2,
        ("Uncaught error", "ValueError"): 4,
    }
    assert SECRET not in errors
