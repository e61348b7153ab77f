"""The per-user event log and the hub that wakes its readers."""
