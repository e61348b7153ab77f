"""What the host app does, by a token of the role `service`."""
