"""How each field is answered, a file a notion."""
