"""Pages for people: the reading view, and the Datasette plugin that serves it."""
