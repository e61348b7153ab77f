"""The imports of the commands and servers that tests start: each of their processes is a fork of one that has them.

The heap is frozen, since the collector of each process else copies all of it: a fifth of the CPU of a migration.
"""

import gc

import server.__main__
import server.app  # noqa: F401

gc.collect()
gc.freeze()
