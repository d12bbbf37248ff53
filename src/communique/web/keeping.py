"""Pages kept as they were made, for as long as nothing is written to the record.

Invariant: whatever is given is what making the page anew would give. A kept page stands under all that it was made of:
its address, who asked and where they left off, the day, and what the record and the accounts held; once anything is
written to either, by any process, none of those made before is given again.
"""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.web.accounts.entry import COOKIE
from communique.web.resuming import COOKIE as LEFT
from communique.web.settings import Settings

KEPT_BYTES = 32 * 2**20  # in one process: some thousand pages of 10 to 40 kB
LARGEST = 2**20  # bytes of an answer that is kept

MAY_BE_KEPT = "communique.may_be_kept"  # in the scope of a request

TOLD = (b"cache-control", b"private, no-cache")  # a browser may keep it, and asks each time whether it still holds


@dataclass(frozen=True, slots=True)
class Answer:
    """A page as it was sent: its headers and bytes, and the tag by which a browser asks whether it still holds."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    tag: bytes


def to_be_kept(request: Request) -> None:
    """Say that the answer to this request follows from nothing but what kept pages stand under."""
    request.scope[MAY_BE_KEPT] = True


class Shelf:
    """Answers of one state of the record, the most lately asked for, up to so many bytes."""

    def __init__(self, most: int = KEPT_BYTES) -> None:
        self.most, self.held = most, 0
        self.state: Hashable = None
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()

    def turn_to(self, state: Hashable) -> None:
        """Let go of all answers made of another state."""
        if state != self.state:
            self.state, self.held = state, 0
            self._answers.clear()

    def find(self, key: Hashable) -> Answer | None:
        """The answer kept under this key."""
        if key in self._answers:
            self._answers.move_to_end(key)
        return self._answers.get(key)

    def keep(self, state: Hashable, key: Hashable, answer: Answer) -> None:
        """Keep an answer made of a state, unless another holds by now; let go of those not asked for longest."""
        if state != self.state or key in self._answers or len(answer.body) > LARGEST:
            return
        self._answers[key] = answer
        self.held += len(answer.body)
        while self.held > self.most:
            _, gone = self._answers.popitem(last=False)
            self.held -= len(gone.body)

    def __len__(self) -> int:
        return len(self._answers)


class Kept:
    """ASGI middleware that gives kept answers, keeps those that may be, and makes each but once at a time.

    `changes` tells something that is another after anything was written to the record or the accounts.
    """

    def __init__(self, app: ASGIApp, *, settings: Settings, changes: Callable[[], Hashable]) -> None:
        self.app, self.settings, self.changes = app, settings, changes
        self.shelf = Shelf()
        self._made: dict[Hashable, asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Give the kept answer, or have it made."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        state, key = self._state(), _key(request)
        self.shelf.turn_to(state)
        answer = self.shelf.find(key)
        if answer is None and (making := self._made.get((state, key))):
            await making.wait()
            answer = self.shelf.find(key) if self.shelf.state == state else None
        if answer is not None:
            await _give(answer, request, send)
            return
        with self._making((state, key)):
            answer = await self._make(scope, receive, send)
            if answer is not None:
                self.shelf.keep(state, key, answer)
        if answer is not None:
            await _give(answer, request, send)

    def _state(self) -> Hashable:
        """What pages are made of, but for what is asked and by whom."""
        return self.changes(), self.settings.today()

    @contextmanager
    def _making(self, what: Hashable) -> Iterator[None]:
        """While a page is made, others who ask for it wait: it is made once for all of them."""
        done = self._made.setdefault(what, asyncio.Event())
        try:
            yield
        finally:
            done.set()
            self._made.pop(what, None)

    async def _make(self, scope: Scope, receive: Receive, send: Send) -> Answer | None:
        """The answer of the application where it may be kept; where not, it is sent as it comes, and None."""
        begun: Message | None = None
        parts: list[bytes] = []

        async def sending(message: Message) -> None:
            nonlocal begun
            if begun is not None:
                parts.append(message.get("body", b""))
            elif scope.get(MAY_BE_KEPT) and message.get("status") == HTTPStatus.OK:
                begun = message
            else:
                await send(message)

        await self.app(scope, receive, sending)
        return _answer(begun, b"".join(parts)) if begun is not None else None


def _answer(begun: Message, body: bytes) -> Answer:
    tag = b'"' + hashlib.blake2b(body, digest_size=12).hexdigest().encode() + b'"'
    return Answer((*begun["headers"], TOLD, (b"etag", tag)), body, tag)


async def _give(answer: Answer, request: Request, send: Send) -> None:
    """Send an answer, or that the one the browser has still holds."""
    tags = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    holds = answer.tag.decode() in tags
    status = HTTPStatus.NOT_MODIFIED if holds else HTTPStatus.OK
    headers = [each for each in answer.headers if not holds or each[0] != b"content-length"]
    await send({"type": "http.response.start", "status": int(status), "headers": headers})
    await send({"type": "http.response.body", "body": b"" if holds else answer.body})


def _key(request: Request) -> Hashable:
    """What is asked, and by whom: a page says who is logged in, and offers what they may and where they left off."""
    asked, cookies = request.scope, request.cookies
    return asked["path"], asked["query_string"], request.state.user, bool(cookies.get(COOKIE)), cookies.get(LEFT)
