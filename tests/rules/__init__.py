"""The pure rules, by tables and by properties."""
