"""The words of the commands, and nothing heavy imported."""
