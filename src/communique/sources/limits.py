"""How much of an input is held at once, and how long a parser may take. What is larger is passed over with a Problem.

The inputs are strangers' files: each number is far above what a report has, and low enough for a small machine.
"""

TEXT_LIMIT = 1_000_000  # characters in one report: the longest text spaCy takes (`nlp.max_length`), some 400 pages
LINE_LIMIT = 8_000_000  # bytes in one line of JSON lines: TEXT_LIMIT with most of its characters escaped
WHOLE_LIMIT = 64_000_000  # bytes of a file that cannot be read piece by piece: JSON, a feed, a page, a PDF, a document
HEAD = 65_536  # bytes at the beginning by which a format is told
CHUNK = 8_192  # bytes taken from a file at a time; progress is counted in them

PARSE_SECONDS = 60.0  # for one file in a parser of strangers' making; a PDF of 100 pages takes 10 to 20
PARSE_MEMORY = 2_000_000_000  # bytes of address space of the process that parses; a page of 4 MB takes 300 million

TAG_LIMIT = (
    20_000  # tags of a page without scripts; ministries have 500 to 5,000. 100,000 `<br>` take trafilatura 180 s
)
DEPTH_LIMIT = 200  # elements within each other; below 256, where libxml2 stops reading
PDF_PAGES = 500  # pages of a PDF that are read; what it has more is said
UNPACKED_LIMIT = 64_000_000  # bytes of the parts of a DOCX or ODT that are read, unpacked: some 100 times the longest
MEMBERS_LIMIT = 100_000  # files in one archive; a year of an agency has some 50,000
ARCHIVE_LIMIT = 4_000_000_000  # bytes of an archive, which is put on the disk while it is read
ARCHIVE_UNPACKED = 8_000_000_000  # bytes of all that an archive holds, unpacked: passed through, never held
RECORD_HEADERS = 1_000_000  # bytes of the headers of one record of a WARC; they have some 1,000
NESTED_LIMIT = 3  # archives within each other; a fourth is no archive of reports
PARTS_LIMIT = 10_000  # files within a DOCX or ODT; one with a picture on each of 400 pages has 1,000
