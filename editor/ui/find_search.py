"""Searching while the window stays alive: words at once, regular expressions in a process asked now and then."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal

from editor.model.document import Document
from editor.model.finding import BadPattern, Hit, Query, Scope, find, passages
from editor.model.found_places import FoundPlaces
from editor.pattern_search import PatternSearch

_POLL = 15  # milliseconds
_SOON = 8  # polls after which the user is told that there is something to wait for

Then = Callable[[FoundPlaces], None]


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for, what would come in its place, and where."""

    query: Query
    new: str
    document: Document
    scope: Scope | None
    words: frozenset[str]  # names that a whole word may not be a part of

    def is_same(self, other: "Question | None") -> bool:
        """Return whether the answer to the other is the answer to this one."""
        return other is not None and self.document is other.document and self == other


class FindSearch(QObject):
    """Answers the last question; one that is still looked for is given up for the next."""

    failed = Signal(str)  # a sentence: why there is no answer
    waiting = Signal()  # the answer takes its time

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: tuple[Question, FoundPlaces] | None = None
        self._asked: tuple[Question, Then] | None = None
        self._polls = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL)
        self._timer.timeout.connect(self._on_poll)

    @cached_property
    def _patterns(self) -> PatternSearch:
        return PatternSearch()

    def prepare(self) -> None:
        """Begin to get ready for expressions."""
        self._patterns.start()

    def ask(self, question: Question, then: Then) -> None:
        """Find all places and call `then` with them: at once for words and for what is known, later for expressions."""
        self.drop()
        if self._known is not None and question.is_same(self._known[0]):
            then(self._known[1])
            return
        searched = passages(question.document, question.scope)
        if question.query.is_pattern:
            self._asked = question, then
            self._polls = 0
            self._patterns.ask(question.query, searched, question.new, question.words)
            self._timer.start()
        else:
            self._answer(question, then, find(question.query, searched, question.new, question.words))

    def drop(self) -> None:
        """Wait for no answer any more."""
        self._timer.stop()
        self._asked = None

    def close(self) -> None:
        """Stop looking, and the process with it."""
        self.drop()
        self._known = None
        self._patterns.close()

    def _on_poll(self) -> None:
        if self._asked is None:
            return
        try:
            hits = self._patterns.poll()
        except BadPattern as error:
            self.drop()
            self.failed.emit(str(error))
            return
        self._polls += 1
        if hits is not None:
            question, then = self._asked
            self.drop()
            self._answer(question, then, hits)
        elif self._polls == _SOON:
            self.waiting.emit()

    def _answer(self, question: Question, then: Then, hits: tuple[Hit, ...]) -> None:
        found = FoundPlaces(question.document, hits)
        self._known = question, found
        then(found)
