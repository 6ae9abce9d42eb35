"""The commands, a module a group; `cli` lists them, and loads the one that is called."""
