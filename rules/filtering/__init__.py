"""The reasons to hide a request: words and contacts in its text, disguised ones too."""
