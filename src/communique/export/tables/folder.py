"""A folder of tables, with the codebook and a page on the record beside them."""

from pathlib import Path
from typing import Literal

from communique.export.tables import TABLES
from communique.export.tables.codebook import codebook
from communique.export.tables.files import csv_files, parquet, stata, workbook
from communique.export.tables.readme import readme
from communique.record import Record

As = Literal["csv", "parquet", "xlsx", "dta"]

FORMATS = {"csv": csv_files, "parquet": parquet, "xlsx": workbook, "dta": stata}
README = "README.md"


def write_tables(record: Record, folder: Path, *, of: As = "csv") -> None:
    """Write all tables into a folder that is there, as files of one format.

    The codebook is a file of that format, and `codebook.csv` always. Raises MissingExtra where the format needs a
    library that is not installed, ExportError where it cannot hold the tables.
    """
    files = FORMATS[of]
    told = codebook(TABLES.values())
    tables = (*TABLES.values(), told)
    files.write(tables, record, folder)
    if files is not csv_files:
        csv_files.write([told], record, folder)
    file_of = {each.name: files.file_of(each.name) for each in tables}
    with (folder / README).open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(readme(record, tables, file_of))
