"""The accounts of a record: users added and removed, logged in by password, known again by session or token."""

import hashlib
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from communique.errors import AccountError
from communique.record.watching import Watch
from communique.web.accounts import rates
from communique.web.accounts.tables import keys, left, open_accounts, users
from communique.web.accounts.user import Role, User

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SESSION_SECONDS = 12 * 60 * 60  # a long day of reviewing; whoever comes back the next day logs in again
SHORTEST_PASSWORD = 12  # characters; NIST SP 800-63B-4 asks for 15 where it is the only proof, 8 at least
LONGEST_PASSWORD = 1024  # argon2 takes time for each

_NAME = re.compile(r"[\w.@-]{1,64}")


@dataclass(frozen=True, slots=True)
class TooOften:
    """A login that was not even tried; `seconds` says for how long to wait."""

    seconds: int


class Accounts:
    """The users of a record, in a file of their own; `clock` gives seconds since 1970."""

    def __init__(self, path: Path, *, clock: Callable[[], float] = time.time) -> None:
        self.path = path
        self._engine = open_accounts(path)
        self._watch = Watch(self._engine)
        self._clock = clock

    def close(self) -> None:
        """Let go of the file."""
        self._watch.close()
        self._engine.dispose()

    def changes(self) -> int:
        """A number that is another one after anything was written to the accounts, as `Record.changes`."""
        return self._watch.changes()

    # Looking after users

    def add(self, name: str, role: Role, password: str) -> User:
        """A new user; raises AccountError where the name is taken or odd, or the password too short."""
        if not _NAME.fullmatch(name):
            raise AccountError(f"{name!r} is no name for a user; take letters, digits, and . - _ @, up to 64 of them")
        hashed = _hashed(password)
        with self._engine.begin() as connection:
            if self._role(connection, name) is not None:
                raise AccountError(f"there is a user {name} already; take another name, or `communique user password`")
            connection.execute(insert(users).values(name=name, role=role, password=hashed))
        return User(name, role)

    def all(self) -> list[User]:
        """The users by name."""
        with self._engine.connect() as connection:
            return [User(row.name, row.role) for row in connection.execute(select(users).order_by(users.c.name))]

    def empty(self) -> bool:
        """Whether there are none."""
        with self._engine.connect() as connection:
            return not connection.execute(select(func.count()).select_from(users)).scalar_one()

    def remove(self, name: str) -> None:
        """Take a user away, with sessions and tokens; what they decided stays. Raises AccountError for an unknown."""
        with self._engine.begin() as connection:
            self._known(connection, name)
            connection.execute(delete(users).where(users.c.name == name))

    def set_role(self, name: str, role: Role) -> None:
        """Give a user another role, from the next page on. Raises AccountError for an unknown."""
        with self._engine.begin() as connection:
            self._known(connection, name)
            connection.execute(update(users).where(users.c.name == name).values(role=role))

    def set_password(self, name: str, password: str) -> None:
        """Give a user another password, and end all sessions and tokens. Raises AccountError as `add` does."""
        hashed = _hashed(password)
        with self._engine.begin() as connection:
            self._known(connection, name)
            connection.execute(update(users).where(users.c.name == name).values(password=hashed))
            connection.execute(delete(keys).where(keys.c.name == name))

    # Coming in

    def log_in(self, name: str, password: str, *, address: str) -> str | TooOften | None:
        """The id of a new session; None where name or password are wrong, TooOften where they were too often."""
        now = self._clock()
        with self._engine.begin() as connection:
            if seconds := rates.wait(connection, name, address, now=now):
                return TooOften(seconds)
            stored = connection.execute(select(users.c.password).where(users.c.name == name)).scalar()
        # An unknown name takes as long as a wrong password, so that time does not tell which it was.
        right = _fits(stored or _nobodys(), password) and stored is not None
        with self._engine.begin() as connection:
            if not right:
                rates.failed(connection, name, address, now=now)
                return None
            return _new_key(connection, name, "session", expires=now + SESSION_SECONDS)

    def log_out(self, session: str) -> None:
        """End a session."""
        with self._engine.begin() as connection:
            connection.execute(delete(keys).where(keys.c.digest == _digest(session)))

    def new_token(self, name: str) -> str:
        """A token for programs, shown this once; it holds until the password changes or the user goes."""
        with self._engine.begin() as connection:
            self._known(connection, name)
            return _new_key(connection, name, "token", expires=None)

    def known_by(self, key: str) -> User | None:
        """Whose session or token this is, if it is one that has not expired."""
        alive = or_(keys.c.expires.is_(None), keys.c.expires > self._clock())
        asked = select(users).join(keys, keys.c.name == users.c.name).where(keys.c.digest == _digest(key), alive)
        with self._engine.connect() as connection:
            row = connection.execute(asked).first()
        return User(row.name, row.role) if row else None

    # Reviewing

    def leave(self, name: str, address: str) -> None:
        """Keep where a user left off reviewing, in place of what was kept before."""
        with self._engine.begin() as connection:
            self._known(connection, name)
            connection.execute(delete(left).where(left.c.name == name))
            connection.execute(insert(left).values(name=name, address=address))

    def left(self, name: str) -> str | None:
        """Where a user left off reviewing."""
        with self._engine.connect() as connection:
            return connection.execute(select(left.c.address).where(left.c.name == name)).scalar()

    def _known(self, connection: Connection, name: str) -> None:
        if self._role(connection, name) is None:
            raise AccountError(f"there is no user {name}; `communique user list` names those there are")

    def _role(self, connection: Connection, name: str) -> str | None:
        return connection.execute(select(users.c.role).where(users.c.name == name)).scalar()


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()  # the second recommendation of RFC 9106: 64 MiB, 3 passes


@cache
def _nobodys() -> str:
    """The proof of a password that nobody has."""
    return _hasher().hash(secrets.token_urlsafe())


def _hashed(password: str) -> str:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise AccountError(f"a password has {SHORTEST_PASSWORD} characters or more; take a longer one")
    return _hasher().hash(password)


def _fits(stored: str, password: str) -> bool:
    from argon2.exceptions import VerifyMismatchError

    if len(password) > LONGEST_PASSWORD:
        return False
    try:
        return _hasher().verify(stored, password)
    except VerifyMismatchError:
        return False


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _new_key(connection: Connection, name: str, kind: str, *, expires: float | None) -> str:
    made = secrets.token_urlsafe(32)
    connection.execute(insert(keys).values(digest=_digest(made), name=name, kind=kind, expires=expires))
    return made
