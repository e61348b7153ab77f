"""What hides a request: words and contacts in its text, however they are disguised."""
