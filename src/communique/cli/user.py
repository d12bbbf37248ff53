"""`communique user`: who may look at the pages of a record, and who may decide there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.options import record_option
from communique.errors import AccountError, MissingExtra

if TYPE_CHECKING:
    from communique.web.accounts.accounts import Accounts
    from communique.web.accounts.user import Role

ROLE_NAMES = ("reader", "reviewer", "admin")  # as in web.accounts.user, which takes longer to load


@click.group("user")
def command() -> None:
    """Look after the accounts of a record's pages: who may look, and who may decide.

    They lie in a file beside the record. Passwords are asked for, or read as one line from standard input.
    """


@command.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLE_NAMES), default="reader", show_default=True, help="What they may do.")
@record_option
def add(name: str, role: "Role", record: str) -> None:
    """Make an account: a reader looks, a reviewer decides too, an admin looks after accounts too."""
    with accounts_of(record) as accounts:
        accounts.add(name, role, password_given())
    click.echo(f"{name} is a {role} of {record}")


@command.command("list")
@record_option
def users(record: str) -> None:
    """List the accounts."""
    with accounts_of(record) as accounts:
        found = accounts.all()
    for each in found:
        click.echo(f"{each.name}\t{each.role}")
    if not found:
        click.echo(f"{record} has no accounts; add one with: communique user add NAME")


@command.command("remove")
@click.argument("name")
@record_option
def remove(name: str, record: str) -> None:
    """Take an account away; what they decided stays."""
    with accounts_of(record) as accounts:
        accounts.remove(name)
    click.echo(f"{name} is removed")


@command.command("role")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLE_NAMES))
@record_option
def set_role(name: str, role: "Role", record: str) -> None:
    """Give an account another role."""
    with accounts_of(record) as accounts:
        accounts.set_role(name, role)
    click.echo(f"{name} is a {role} of {record}")


@command.command("password")
@click.argument("name")
@record_option
def password(name: str, record: str) -> None:
    """Give an account another password; sessions and tokens end."""
    with accounts_of(record) as accounts:
        accounts.set_password(name, password_given())
    click.echo(f"{name} has another password; sessions and tokens are ended")


@command.command("token")
@click.argument("name")
@record_option
def token(name: str, record: str) -> None:
    """Make a token for programs, and print it this once."""
    with accounts_of(record) as accounts:
        made = accounts.new_token(name)
    click.echo(made)
    click.echo(f"Send it as: Authorization: Bearer TOKEN. It holds until the password of {name} changes.", err=True)


@contextmanager
def accounts_of(record: str) -> Iterator["Accounts"]:
    """The accounts beside the record, which must be there: a mistyped name would make accounts of nothing."""
    try:
        import argon2  # noqa: F401

        from communique.web.accounts.accounts import Accounts
        from communique.web.accounts.tables import path_beside
    except ModuleNotFoundError as error:
        raise MissingExtra(f"accounts need {error.name}; install it with: pip install 'communique[web]'") from None
    if not Path(record).is_file():
        raise AccountError(f"{record}: there is no record here to have accounts of; --record names another")
    accounts = Accounts(path_beside(Path(record)))
    try:
        yield accounts
    finally:
        accounts.close()


def password_given() -> str:
    """The password as somebody types it twice, or one line from standard input where nobody types."""
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")
