"""The page of promises and the tests that bear its numbers."""
