"""What can go wrong, as one tree.

    CommuniqueError
    ├── FalseCitation       a citation that is not true of its text
    ├── BadReading          JSON that is not a reading of the report it is held against
    ├── LexiconError        a table of the lexicon that breaks its own rules
    ├── ReaderError         the reader could not read one report
    ├── SourceError         an input that could not be taken in
    ├── RecordError         the record could not be opened, read or written
    │   ├── NotARecord      the file is something else
    │   ├── NewerRecord     the record was written by a later version
    │   ├── RecordReadOnly  the record cannot be written to
    │   ├── RecordFull      no room left where the record lies
    │   └── NotInRecord     no report, engagement, person or body has this id
    ├── AccountError        a user, password or role that cannot be
    ├── ServingError        the pages could not be served at the address asked for
    ├── ExportError         the record cannot be written in the form asked for
    ├── GoldError           a gold file that cannot be scored against
    └── MissingExtra        an optional dependency is not installed

Every message says what was wrong, where, and what to do; `str(error)` is fit to be shown to a user as it is.
"""


class CommuniqueError(Exception):
    """The root: catch this to catch whatever communique raises on purpose."""


class FalseCitation(CommuniqueError):
    """A citation whose offsets or quote are not true of the text."""


class BadReading(CommuniqueError):
    """JSON that does not have the shape of a reading, or cites other words than its report has."""


class LexiconError(CommuniqueError):
    """A lexicon table with a row that breaks the table's rules; names file and line."""


class ReaderError(CommuniqueError):
    """One report could not be read; the others are not concerned."""


class SourceError(CommuniqueError):
    """An input that could not be taken in; names the file and, where there is one, the line."""


class RecordError(CommuniqueError):
    """The record could not be opened, read or written."""


class NotARecord(RecordError):
    """The file named as the record is something else; it was left untouched."""


class NewerRecord(RecordError):
    """The record was written by a later version of communique; it was left untouched."""


class RecordReadOnly(RecordError):
    """The record, or the folder it lies in, cannot be written to."""


class RecordFull(RecordError):
    """There is no room left on the disk the record lies on; the last report was not stored."""


class NotInRecord(RecordError):
    """No report, engagement, person or body of the record has this id."""


class AccountError(CommuniqueError):
    """A user that there is not or already is, or a name or password that will not do."""


class ServingError(CommuniqueError):
    """The pages could not be served: the port is taken, or the address is not this machine's."""


class ExportError(CommuniqueError):
    """The record cannot be written in the form asked for; says which form can hold it."""


class GoldError(CommuniqueError):
    """A gold or readings file that cannot be scored."""


class MissingExtra(CommuniqueError):
    """An optional dependency is not installed; the message names the extra that brings it."""
