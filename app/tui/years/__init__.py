"""The years of an organ beside each other."""
