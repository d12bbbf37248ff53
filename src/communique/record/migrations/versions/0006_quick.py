"""Quick answers: indices that hold what lists and counts ask for, days beside sides, names by how they sound.

What was derived stays; what is new is filled from it.
"""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from communique.resolve.names import sounds_of

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

DROPPED: dict[str, tuple[tuple[str, ...], ...]] = {
    "reports": (("day",), ("publisher", "day")),
    "names": (("folded",),),
    "body_names": (("folded",),),
}

MADE: dict[str, tuple[tuple[str, ...], ...]] = {
    "reports": (("day", "id"), ("publisher", "day", "language")),
    "engagements": (("last_day",),),
    "accounts": (("id", "engagement"),),
    "sides": (("party", "first_day", "last_day"),),
    "names": (("folded", "form"),),
    "body_names": (("folded", "form"),),
    "postings": (("rank", "person"),),
    "statements": (("party",),),
    "likenesses": (("kind", "score", "left", "right"),),
}

FORMS_AT_ONCE = 10_000


def upgrade() -> None:
    """Add the columns, the table and the indices, and fill them."""
    for day in ("first_day", "last_day"):
        op.add_column("sides", sa.Column(day, sa.Text(), nullable=True))
    op.execute(
        "UPDATE sides SET (first_day, last_day) = "
        "(SELECT first_day, last_day FROM engagements WHERE engagements.id = sides.engagement)"
    )
    for table, dropped in DROPPED.items():
        for columns in dropped:
            op.drop_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table)
    for table, made in MADE.items():
        for columns in made:
            op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)
    _sounds()


def _sounds() -> None:
    sounds = op.create_table(
        "sounds",
        sa.Column("sound", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["form"], ["person_forms.id"], name=op.f("fk_sounds_form"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sound", "form", name=op.f("pk_sounds")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sounds_form"), "sounds", ["form"], unique=False)
    for forms in _forms():
        rows = [{"sound": each, "form": id} for id, folded in forms for each in sounds_of(folded)]  # noqa: A001
        if rows:
            op.bulk_insert(sounds, rows)


def _forms() -> Iterator[list[tuple[str, str]]]:
    """The forms of people's names, so many at a time."""
    last = ""
    asked = sa.text("SELECT id, folded FROM person_forms WHERE id > :last ORDER BY id LIMIT :limit")
    while rows := op.get_bind().execute(asked, {"last": last, "limit": FORMS_AT_ONCE}).all():
        yield [(id, folded) for id, folded in rows]  # noqa: A001
        last = rows[-1][0]
