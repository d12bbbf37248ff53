"""Problems as lines for the user; a file that is wrong in the same way on every line does not fill the screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from communique.wording.words import count

if TYPE_CHECKING:
    from communique.sources import Problem

ALIKE_SHOWN = 5  # lines of one file in a row with the same fault that are said one by one


class Problems:
    """Says problems through `say`, and of many alike in a row how many more there were."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._like: tuple[str, str] | None = None
        self._count = 0

    def add(self, problem: "Problem") -> None:
        """One more."""
        like = (problem.where, problem.what)
        if like != self._like:
            self.end()
            self._like = like
        self._count += 1
        if self._count <= ALIKE_SHOWN:
            self._say(str(problem))

    def end(self) -> None:
        """No more like the last one."""
        more = self._count - ALIKE_SHOWN
        if self._like and more > 0:
            self._say(f"{self._like[0]}: {count(more, 'more line')} with the same fault")
        self._like, self._count = None, 0
