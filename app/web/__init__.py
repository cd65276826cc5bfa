"""The assistant in a browser: textual-serve on the loopback address, behind a token."""
