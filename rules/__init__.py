"""Pure decisions: facts in, verdict out. Standard library only; no await, no clock, no row."""
