"""The chronicle for other programs: JSON, CSV, SQLite, GEXF, and what describes them."""
