"""Many documents: in this process, or in several."""
