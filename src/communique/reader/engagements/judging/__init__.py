"""Judging: which drafts tell of one encounter, which of several, and which of none between states.

apart.py     a telling that is of several: one for each of those met
gather.py    tellings that are of one
official.py  whether it is between two parties, by itself or beside others that are
judge.py     whether it is recorded: official.py where the rules are sure, else a learned model
"""
