"""What a client can ask: GraphQL types, inputs, result unions, problems, ids and the context."""
