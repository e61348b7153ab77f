"""Regions, which are compared without case."""


def same_region(region: str) -> str:
    """One spelling for all cases."""
    return region.upper()
