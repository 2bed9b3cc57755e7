"""The pieces of a 版头 → texts of the metadata."""

import re
from collections.abc import Sequence

from editor.importing.dates import parse_date
from editor.importing.draft import Draft
from editor.importing.lines import Line
from editor.importing.red_head import RedHead
from editor.model.citations import normalise_doc_number
from editor.model.document import Form

_SPREAD_NAME = re.compile(r"(?<!\S)(\S)[ 　]+(\S)(?!\S)")  # 周　明


def take_head(draft: Draft, head: RedHead, lines: Sequence[Line]) -> None:
    """Put what a head says into the metadata; a text that comes twice is listed as left out."""
    draft.form = head.form
    for key in ("copy_number", "secrecy", "urgency"):
        for at, text in head.texts(key):
            draft.put(key, text, text, lines[at])
    for at, text in head.texts("doc_number"):
        number = text if head.form is Form.MINUTES else text.strip("（()）")
        draft.put("doc_number", normalise_doc_number(number), number, lines[at])
    for at, text in head.texts("date"):
        draft.put("signature_date", parse_date(text) or text, text, lines[at])
    if signers := [_SPREAD_NAME.sub(r"\1\2", text) for _, text in head.texts("signers", "name")]:
        names = "、".join(name for text in signers for name in text.replace("、", " ").split())
        draft.put("signers", names, names, lines[head.start])
    _take_mark(draft, head, lines)


def _take_mark(draft: Draft, head: RedHead, lines: Sequence[Line]) -> None:
    marks = list(head.texts("file", "agency", "order", "minutes"))
    if not marks:
        return
    if head.form is Form.LETTER:  # what stands above it is the page's own
        for at in dict.fromkeys(at for at, _ in marks[:-1]):
            draft.drop(lines[at], "网页标题或正文以外的文字")
        marks = marks[-1:]
    files = list(dict.fromkeys(at for at, text in marks if text.endswith("文件")))
    for at in files[1:]:
        draft.drop(lines[at], "与前面的发文机关标志重复")
    agencies = [name for at, text in marks if at not in files[1:] and (name := text.removesuffix("文件"))]
    draft.marks = [re.sub(r"(?:命令|令)$", "", name) for name in agencies] if head.form is not Form.MINUTES else []
    mark = "、".join(agencies) + ("文件" if files else "")
    draft.put("issuer_mark", mark, mark, lines[marks[0][0]])
