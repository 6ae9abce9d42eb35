"""A person's table of meetings → entries: read, laid out by its headings, judged row by row."""
