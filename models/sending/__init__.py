"""What a send reads and writes."""
