"""The schema's types: GraphQL types, inputs, result unions, problems, ids and the context."""
