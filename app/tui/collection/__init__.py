"""The sheet for colleagues: put out by department, read back once it is filled in."""
