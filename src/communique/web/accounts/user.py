"""Somebody with an account, and what their role lets them do."""

from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal["reader", "reviewer", "admin"]
"""A reader looks, a reviewer decides as well, an admin looks after the users as well."""

ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class User:
    """Who asks. `name` is what decisions are signed with."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether this user may do what that role may."""
        return ROLES.index(self.role) >= ROLES.index(role)
