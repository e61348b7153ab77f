"""Properties of every order in which things can happen, in one process and in many."""
