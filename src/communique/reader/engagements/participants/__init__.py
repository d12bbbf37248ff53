"""Participants: who took part in an encounter, on which side, who received whom and who led.

parts.py     who is told in its own clause, and on which side
letters.py   who writes to whom
back.py      whom it takes from the encounters told before it
company.py   who else is named in a sentence of its own
attendance.py  which parties are told together to have attended
lend.py      who it is of another encounter that names nobody
rolls.py     delegations told by a list of their members
seats.py     who else of the page sits in, by a learned model
signs.py     what that model sees of somebody beside an encounter
roles.py     host and guest, by verb and soil
receiving.py  host and guest, by a learned model beside those rules
leads.py     who heads a delegation, a side, a body, a session
"""
