"""The same claim, elsewhere: which quotes say the same, how they differ, and what deserves a second look."""
