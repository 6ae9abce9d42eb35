"""Charts as numbers: where things stand in them. Templates draw them: parts/charts.html."""
