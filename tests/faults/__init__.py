"""A fault bench: a whole installation under load, faults injected into it, and checks of all that its clients saw."""
