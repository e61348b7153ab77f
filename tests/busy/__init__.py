"""A database in trouble: what is answered then, and that nothing is lost or said wrongly."""
