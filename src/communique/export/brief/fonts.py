"""The typefaces of a brief that carries its own: Fira Sans, and IBM Plex Sans Arabic for what Fira has no letters for.

Both are free (SIL Open Font License), have a file a weight, and together Latin, Cyrillic, Greek and Arabic letters.
"""

from dataclasses import dataclass
from pathlib import Path

from communique.export.extras import needed_for


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font files of each style."""

    plain: Path
    bold: Path
    italic: Path
    arabic: Path
    arabic_bold: Path


def fonts() -> Fonts:
    """Where the fonts lie; raises MissingExtra where they are not installed."""
    with needed_for("a brief as PDF or DOCX"):
        import fontpkg_fira_sans
        import fontpkg_ibm_plex_sans_arabic
    fira, plex = (each.ROOT / "files" for each in (fontpkg_fira_sans, fontpkg_ibm_plex_sans_arabic))
    return Fonts(
        plain=fira / "FiraSans-Regular.ttf",
        bold=fira / "FiraSans-SemiBold.ttf",
        italic=fira / "FiraSans-Italic.ttf",
        arabic=plex / "IBMPlexSansArabic-Regular.ttf",
        arabic_bold=plex / "IBMPlexSansArabic-SemiBold.ttf",
    )
