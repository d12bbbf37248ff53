"""Pages to look at the record and to review it: HTML for people, each with a `.json` twin, tables as `.csv` too.

    app = make_app(Settings(record=Path("communique.db")))

What happens to a request: `safety/` lets it in or refuses it, a function of `pages/` asks the record and gives a
`Page` (`page.py`), and `serving.py` makes HTML, JSON or CSV of that.

Invariant: a page never writes; what is written goes through the decisions of the record.
"""
