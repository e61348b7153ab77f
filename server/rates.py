"""How much one asker may ask for in a time, and how many streams it may have: every number is a setting."""

from dataclasses import dataclass
from typing import Annotated

from rules.bounds import Between

Count = Annotated[int, Between(1, 1_000_000_000)]


@dataclass(frozen=True, slots=True)
class Rates:
    """Each number without another word is a minute's: so much comes back in a minute, steadily, up to the burst.

    A burst is what may be used at once; where none is named it is the number itself. Mutations and sends count root
    fields, reads and items of streams their cost, `reports` those of an hour. `refused` are documents and variables
    that never run, `documents` code points of those that the process has not kept: to read and check them takes time.
    `address_sockets` are those that have not signed in, `frames` a socket's in a second. `cost` is one operation's.
    """

    cost: Count = 15_000
    mutations: Count = 120
    mutations_burst: Count = 60
    sends: Count = 240
    sends_burst: Count = 120
    reports: Count = 10
    reads: Count = 240_000
    reads_burst: Count = 120_000
    items: Count = 600_000
    items_burst: Count = 300_000
    host_mutations: Count = 6_000
    host_mutations_burst: Count = 1_000
    host_reads: Count = 600_000
    host_reads_burst: Count = 200_000
    anonymous: Count = 120
    refused: Count = 120
    documents: Count = 120_000
    sign_ins: Count = 30
    sockets: Count = 10
    address_sockets: Count = 100
    operations: Count = 200
    frames: Count = 300
