"""The file formats of tables: a module each, with `write(tables, record, folder)` and `file_of(name)`."""
