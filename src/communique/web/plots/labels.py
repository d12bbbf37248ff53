"""Labels of what is drawn: how much room words take, and where they fit without lying over each other."""

import unicodedata
from dataclasses import dataclass

# Of the height of the letters. System fonts differ: DejaVu Sans, the widest of the usual ones, takes less than these.
NARROW, WIDE = 0.64, 1.05
HEIGHT = 1.25


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that something takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two have any room in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, width: float, height: float) -> bool:
        """Whether it lies in a plot of that size."""
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height


def length(text: str, size: float) -> float:
    """At most how long a text is in letters of that size; marks that stand on a letter take no room."""
    return size * sum(
        0 if unicodedata.combining(each) else WIDE if unicodedata.east_asian_width(each) in "WF" else NARROW
        for each in text
    )


def beside(x: float, y: float, text: str, size: float, *, gap: float, before: bool = False) -> Box:
    """The room of a text that begins, or ends (`before`), so far from a point, and is level with it."""
    far = gap + length(text, size)
    left, right = (x - far, x - gap) if before else (x + gap, x + far)
    return Box(left, y - size * HEIGHT / 2, right, y + size * HEIGHT / 2)
