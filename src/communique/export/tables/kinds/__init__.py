"""The tables: a module for what belongs together, each table with its columns and its rows."""
