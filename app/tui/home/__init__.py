"""The first screen: the reports that are kept here, found, opened, deleted and brought back."""
