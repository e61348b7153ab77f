"""Doorstep beside other GraphQL servers: the same questions over the same data, in turn: `make bench`."""
