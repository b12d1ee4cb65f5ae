"""Many documents: in this process, in several, or on a cluster; the same extractor serves all three."""
