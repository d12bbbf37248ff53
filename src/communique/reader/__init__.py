"""Report → Reading, in small steps."""

from collections.abc import Iterable, Iterator

from communique.reading import Masthead, Reading
from communique.report import Report


class Reader:
    """Reads reports; loads its model and lexicon once."""

    version = "rules-0.1"

    def read(self, report: Report) -> Reading:
        """The reading of one report."""
        head = Masthead(id=report.id, url=report.url, published=report.published, title=report.title)
        return Reading(report=head, reader=self.version)

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The readings of many reports, in order."""
        return (self.read(report) for report in reports)


def read(
    text: str, *, published: str | None = None, url: str | None = None, title: str | None = None, id: str = "report"
) -> Reading:
    """The reading of one text."""
    return Reader().read(Report(id, text, url=url, published=published, title=title))
