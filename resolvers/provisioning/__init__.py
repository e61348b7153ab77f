"""The host app's side: users and follows, kept in step by a token with the role `service`."""
