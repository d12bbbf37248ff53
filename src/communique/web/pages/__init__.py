"""The pages, one module each: what is asked of the record, and what is shown of it.

To add a page: write `pages/NAME.py` with a function that is given a `View` and gives a `Page`, under `@pages.add(…)`;
put its template into `templates/`, and its module into the list below. `docs/pages.md` must tell of it.
"""

from importlib import import_module

from communique.web.serving import Pages

pages = Pages()

MODULES = (
    "at_once",
    "bodies",
    "briefs",
    "calendar",
    "coverage",
    "deciding",
    "decisions",
    "engagements",
    "map",
    "matters",
    "network",
    "parties",
    "pending",
    "people",
    "postings",
    "reports",
    "review",
    "search",
    "sides",
    "start",
    "users",
)

for _each in MODULES:
    import_module(f"communique.web.pages.{_each}")
