"""iCalendar: what was and what is coming, as whole days (RFC 5545)."""

from communique.export.calendar.events import calendar

__all__ = ["calendar"]
