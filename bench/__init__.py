"""How fast `communique` reads, how much memory it takes, how soon it answers: `python -m bench`.

Rates are medians of several runs with their spread, and stand beside spaCy's own rate in the same run, because a
ratio means the same on every machine.
"""
