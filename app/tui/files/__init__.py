"""Choosing a file or a folder instead of typing where it lies."""
