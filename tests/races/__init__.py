"""What holds for every order in which things can happen, in one process and in many."""
