"""The 版头 above a document: 份号 to 紧急程度, 发文机关标志, 发文字号, 签发人, and the format that they show."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.importing.dates import is_date
from editor.importing.page import Page
from editor.importing.result import Role
from editor.importing.wording import is_doc_number, is_organisation, is_red_head, is_serial, squeeze
from editor.model.document import Form
from editor.model.script import simplified

_FARTHEST = 60  # lines of navigation that a page may show before it
_COPY_NUMBER = re.compile(r"\d{6}")
_SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:[★☆].{0,10})?")
_URGENCY = re.compile(r"特急|加急|特提|平急")
_SIGNERS = re.compile(r"签\s*发\s*人\s*[：:]\s*(?P<names>\S.{0,60})?")
_NAME = re.compile(r"[\u3400-\u9fff·\U00020000-\U0003ffff]{2,8}")
_ORDER = re.compile(r"[\u3400-\u9fff（）]{4,40}(?:命令|令)")
_MINUTES = re.compile(r"(?!.{0,30}关于)[\u3400-\u9fff（）0-9]{2,40}纪要")
_GAP = re.compile(r"\t+|[ 　]{2,}|\s+(?=签\s*发\s*人)|\s+(?=(?:19|20)\d\d\s*年)")
_MARKS = {"file", "order", "minutes", "agency"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line of the head; `key` names a text of the metadata, or a kind of mark, or a name or a date."""

    key: str
    text: str


def head_pieces(text: str, cells: Sequence[str] = (), known: Sequence[str] = ()) -> tuple[Piece, ...]:
    """Return the pieces of a line that can stand in a head, empty for any other line; `known`: bodies that issue."""
    if len(text) > 400:
        return ()
    if cells:
        return _joint_mark(" ".join(cells).split(), known)
    pieces = [_piece(part, known, signed=True) for part in _GAP.split(text.strip()) if part]
    found = tuple(piece for piece in pieces if piece)
    if found and len(found) == len(pieces) and any(piece.key != "name" for piece in found):
        return found
    single = _piece(text, known)
    return (single,) if single else _joint_mark(text.split(), known)


def _piece(text: str, known: Sequence[str], *, signed: bool = False) -> Piece | None:
    """Return what a short text is in a head; names only where it may be `signed` beside a label."""
    word = squeeze(simplified(text))
    for key, pattern in (("copy_number", _COPY_NUMBER), ("secrecy", _SECRECY), ("urgency", _URGENCY)):
        if pattern.fullmatch(word):
            return Piece(key, squeeze(text))
    if is_doc_number(text) or is_serial(text):
        return Piece("doc_number", squeeze(text))
    if match := _SIGNERS.fullmatch(text.strip()):
        return Piece("signers", (match["names"] or "").strip())
    name = text.strip().removesuffix("文件")
    body = name in known or is_organisation(name)
    if word == "文件" or is_red_head(text) or (body and name != text.strip()):
        return Piece("file", squeeze(text))
    for key, pattern in (("order", _ORDER), ("minutes", _MINUTES)):
        if pattern.fullmatch(word):
            return Piece(key, squeeze(text))
    if body and len(text.split()) in (1, len(word)):
        return Piece("agency", squeeze(text))
    if signed and is_date(text):
        return Piece("date", text.strip())
    return Piece("name", text.strip()) if signed and all(map(_NAME.fullmatch, text.split())) else None


def _joint_mark(words: Sequence[str], known: Sequence[str]) -> tuple[Piece, ...]:
    """Return the agencies of a joint mark (联合行文) and 文件, which may stand anywhere among them."""
    pieces = tuple(piece for word in words if (piece := _piece(word, known)) and piece.key in ("agency", "file"))
    return pieces if len(pieces) == len(words) > 1 else ()


@dataclass(frozen=True, slots=True)
class RedHead:
    """A head that was found: the lines it takes, its pieces by line, and the format it shows."""

    start: int
    end: int
    pieces: dict[int, tuple[Piece, ...]]
    form: Form

    def texts(self, *keys: str) -> Iterator[tuple[int, str]]:
        """Yield line and text of each piece with one of these keys."""
        for at, pieces in self.pieces.items():
            yield from ((at, piece.text) for piece in pieces if piece.key in keys)

    @property
    def whole(self) -> bool:
        """Return whether both a mark and a number were found: what follows is the document."""
        keys = {piece.key for pieces in self.pieces.values() for piece in pieces}
        return "doc_number" in keys and bool(keys & _MARKS)


def label_red_head(page: Page, end: int) -> RedHead | None:
    """Decide the roles of a head among the lines before `end`; None where there is none but a lone number or mark."""
    at = 0
    while at < min(end, _FARTHEST):
        run = _run(page, at, end)
        right = any(page.lines[at + i].right or len(pieces) > 1 for i, pieces in enumerate(run) if _numbers(pieces))
        if run and (form := _form(run, right)):
            head = RedHead(at, at + len(run), {at + i: pieces for i, pieces in enumerate(run)}, form)
            for line, pieces in head.pieces.items():
                page.mark(line, Role.DOC_NUMBER if _numbers(pieces) else Role.METADATA)
            page.head = head
            return head
        at += max(len(run), 1)
    return None


def _run(page: Page, at: int, end: int) -> list[tuple[Piece, ...]]:
    """Return the pieces of the lines from `at` on that a head is made of, up to the last that is no bare agency."""
    run: list[tuple[Piece, ...]] = []
    known = page.own.issuers if page.own else ()
    while at + len(run) < end and page.is_free(at + len(run)):
        line = page.lines[at + len(run)]
        pieces = head_pieces(line.text, line.cells, known) or _more_signers(line.text, run)
        minutes = any(piece.key == "minutes" for pieces in run for piece in pieces)
        if not pieces or (any(piece.key == "date" for piece in pieces) and not minutes):
            break
        run.append(pieces)
    while run and all(piece.key == "agency" for piece in run[-1]):  # the first line of a title
        run.pop()
    return run


def _more_signers(text: str, run: Sequence[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """Return the names of a line below one that ends in names of 签发人."""
    if not run or run[-1][-1].key not in ("signers", "name"):
        return ()
    return (Piece("name", text.strip()),) if all(map(_NAME.fullmatch, text.split())) and len(text) <= 30 else ()


def _numbers(pieces: Sequence[Piece]) -> bool:
    return any(piece.key == "doc_number" for piece in pieces)


def _form(run: Sequence[tuple[Piece, ...]], right: bool) -> Form | None:
    """Return the format that a run of lines shows, None where it is no head; `right`: the number stands there."""
    pieces = [piece for line in run for piece in line]
    keys = {piece.key for piece in pieces}
    number = next((piece.text for piece in pieces if piece.key == "doc_number"), "")
    if number and "signers" in keys:
        return Form.UPWARD
    if number and "order" in keys:
        return Form.ORDER
    if "minutes" in keys and keys & {"doc_number", "date"}:
        return Form.MINUTES
    if "file" in keys and ("agency" in keys or any(piece.text != "文件" for piece in pieces if piece.key == "file")):
        return Form.FILE
    if number and not is_serial(number) and "agency" in keys and (right or "函" in number):
        return Form.LETTER
    return Form.FILE if number and keys & {"copy_number", "secrecy", "urgency"} else None
