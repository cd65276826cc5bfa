"""Checking published reports, one or thousands, and telling the result in four forms."""
