"""The resolvers of the fields, one file for each noun."""
