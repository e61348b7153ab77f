"""Draws the dashboard of docs/dashboard.json from a run, with an evaluation of its own queries."""
