"""Setting: whether an encounter was, when and where, and which body met.

status.py    held, under way, planned, proposed, cancelled
when.py      its days, among the times of its sentence; reach.py: how far a time stands from it
length.py    for how many days it lasts: `a three-day visit`
carry.py     what other sentences tell of its days
where.py     its place and country; sites.py, unlisted.py: the places that words name
soil.py      on whose ground it is where its own sentence does not say
around.py    which of the countries told around it is meant, by a learned model
body.py      which standing body meets, for the how manieth time
"""
