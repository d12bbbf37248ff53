"""Names of people: how they sound, what they are made of, and how far two of them are one."""

from communique.resolve.names.matching import Match, match
from communique.resolve.names.parts import Name, Part, parse
from communique.resolve.names.spelling import alike, skeleton, sound, sounds_of

__all__ = ["Match", "Name", "Part", "alike", "match", "parse", "skeleton", "sound", "sounds_of"]
