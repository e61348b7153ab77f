"""How much one asker may ask for in a time, and how many streams it may have: every number is a setting."""

from dataclasses import dataclass

from pydantic import PositiveInt


@dataclass(frozen=True, slots=True)
class Rates:
    """Each number without another word is a minute's: so much comes back in a minute, steadily, up to the burst.

    A burst is what may be used at once; where none is named it is the number itself. Mutations and sends count root
    fields, reads their cost, `reports` those of an hour. `refused` are documents and variables that never run.
    `address_sockets` are those that have not signed in, `frames` a socket's in a second. `cost` is one operation's.
    """

    cost: PositiveInt = 15_000
    mutations: PositiveInt = 120
    mutations_burst: PositiveInt = 60
    sends: PositiveInt = 240
    sends_burst: PositiveInt = 120
    reports: PositiveInt = 10
    reads: PositiveInt = 120_000
    reads_burst: PositiveInt = 60_000
    host_mutations: PositiveInt = 6_000
    host_mutations_burst: PositiveInt = 1_000
    host_reads: PositiveInt = 600_000
    host_reads_burst: PositiveInt = 200_000
    anonymous: PositiveInt = 120
    refused: PositiveInt = 120
    sign_ins: PositiveInt = 30
    sockets: PositiveInt = 10
    address_sockets: PositiveInt = 100
    operations: PositiveInt = 200
    frames: PositiveInt = 300
