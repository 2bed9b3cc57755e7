"""What was read in a text, kept as long as the text is asked about: most of a plan stays as it is from key to key."""

from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
P = ParamSpec("P")

_MOST = 8192  # results of one function, however many plans a process reads; as many again may wait to be forgotten
_CACHES: "list[TextCache[Any, Any]]" = []


class TextCache(dict[K, V], Generic[K, V]):
    """A function of one argument that remembers its results; those not asked for between two renewals are forgotten.

    Unlike `lru_cache` it holds what the open plan needs, be it short or long, and little else. A dictionary, so that
    a result that is known costs no Python call.
    """

    def __init__(self, function: Callable[[K], V]) -> None:
        super().__init__()
        self._function = function
        self._older: dict[K, V] = {}  # not asked for since the last renewal
        update_wrapper(self, function)
        _CACHES.append(self)

    __call__ = dict.__getitem__

    def __missing__(self, key: K) -> V:
        """Return what was known before the last renewal, else what the function says."""
        if len(self) >= _MOST:
            self.renew()
        try:
            value = self._older.pop(key)  # asked first, it may be gone meanwhile: other threads check plans, too
        except KeyError:
            value = self._function(key)
        self[key] = value
        return value

    def afresh(self, key: K) -> V:
        """Return the result without remembering it: the text is long and soon stale."""
        return self._function(key)

    def renew(self) -> None:
        """Forget what nobody has asked for since this was last called."""
        self._older = self.copy()
        self.clear()

    def cache_clear(self) -> None:
        """Forget everything, as the method of this name of an `lru_cache` does."""
        self._older = {}
        self.clear()


class ArgumentsCache(TextCache[tuple[Hashable, ...], V], Generic[P, V]):
    """The same for a function of several arguments, a text among them, which are given in order."""

    def __init__(self, function: Callable[P, V]) -> None:
        super().__init__(lambda arguments: function(*arguments))  # type: ignore[call-arg, arg-type]

    def __call__(self, *arguments: P.args, **_: P.kwargs) -> V:  # type: ignore[override]
        """Return the result for these arguments."""
        return self[arguments]


def keep_by_arguments(function: Callable[P, V]) -> ArgumentsCache[P, V]:
    """Let a function of several hashable values remember its results."""
    return ArgumentsCache(function)


def keep_by_text(function: Callable[[K], V]) -> TextCache[K, V]:
    """Let a function of one text, or one other hashable value, remember its results."""
    return TextCache(function)


def renew_all() -> None:
    """Let every such function forget what nobody has asked for since this was last called."""
    for cache in _CACHES:
        cache.renew()
