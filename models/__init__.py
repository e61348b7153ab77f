"""Tables, their named statements, and the two database clients."""
