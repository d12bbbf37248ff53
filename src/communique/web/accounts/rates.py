"""How often somebody may try a wrong password."""

import math

from sqlalchemy import Connection, delete, func, insert, select

from communique.web.accounts.tables import failures

# Ten guesses in a quarter of an hour are a thousand a day: far too few to guess even a poor password, enough for a
# person who mistypes. An address may stand for a whole office.
SECONDS = 15 * 60
OF_NAME, OF_ADDRESS = 10, 50


def wait(connection: Connection, name: str, address: str, *, now: float) -> int:
    """For how many seconds this name or address has to wait before it is let try again; 0 for not at all."""
    waits = [_wait(connection, of, allowed, now) for of, allowed in _counted(name, address)]
    return max(waits)


def failed(connection: Connection, name: str, address: str, *, now: float) -> None:
    """A login was refused; what is too old to count is forgotten."""
    connection.execute(delete(failures).where(failures.c.at <= now - SECONDS))
    connection.execute(insert(failures), [{"of": of, "at": now} for of, _ in _counted(name, address)])


def _wait(connection: Connection, of: str, allowed: int, now: float) -> int:
    oldest, count = connection.execute(
        select(func.min(failures.c.at), func.count()).where(failures.c.of == of, failures.c.at > now - SECONDS)
    ).one()
    return math.ceil(oldest + SECONDS - now) if count >= allowed else 0


def _counted(name: str, address: str) -> tuple[tuple[str, int], ...]:
    return (f"name {name}", OF_NAME), (f"address {address}", OF_ADDRESS)
