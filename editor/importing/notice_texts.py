"""Lines of the notice, its head and its 版记 → texts of the metadata."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from editor.importing.closing import number_on_title, split_attendance, split_signatory, split_signature
from editor.importing.dates import parse_date
from editor.importing.draft import Draft, join_title
from editor.importing.lines import Line
from editor.importing.page import Page
from editor.importing.result import Role
from editor.importing.tail import is_imprint
from editor.importing.wording import is_organisation, is_red_head, is_seal, squeeze
from editor.model.citations import normalise_doc_number
from editor.model.script import simplified

_COPY_TO = re.compile(r"(?:^|(?<=\s))(?P<label>抄送|抄报|分送|主送)\s*[：:]\s*")
_ATTENDANCE = {"出席": "attendees", "请假": "absentees", "列席": "observers"}
_IMPRINT_DATE = re.compile(r"(?P<office>.*?)[\s　]*(?P<date>(?:19|20)\d\d\s*年.{1,12}日)\s*印发")


def take_notice_title(draft: Draft, lines: Sequence[Line]) -> None:
    """Take the lines of a title, and the number that may stand on them."""
    text, number = number_on_title(" ".join(line.text for line in lines))
    printed, _ = number_on_title(" ".join(line.printed for line in lines))
    title, as_printed = _join_apart(text.split()), _join_apart(printed.split())
    draft.put("notice_title", title, as_printed if len(as_printed) == len(title) else title, lines[0])
    if number:
        draft.put("doc_number", normalise_doc_number(number), number, lines[0])


def _join_apart(words: Sequence[str]) -> str:
    """Return the words of a title as one text, with a blank between the bodies of a joint one (联合行文)."""
    stretches: list[list[str]] = []
    for at, word in enumerate(words):
        if stretches and not (is_organisation("".join(stretches[-1])) and _opens_with_body(words[at : at + 4])):
            stretches[-1].append(word)
        else:
            stretches.append([word])
    return " ".join(join_title([" ".join(stretch)]) for stretch in stretches)


def _opens_with_body(words: Sequence[str]) -> bool:
    joined = ("".join(words[:count]).partition("关于")[0] for count in range(1, len(words) + 1))
    return any(is_organisation(text) for text in joined)


def take_metadata(draft: Draft, line: Line) -> None:
    """Take a line of the head, of the 版记 or of the list that a web page shows."""
    text = line.text
    if is_imprint(text) and _COPY_TO.match(text):
        _take_receivers(draft, line)
    elif is_imprint(text) and (match := _IMPRINT_DATE.match(text)):
        draft.put("printing_office", match["office"].strip(), match["office"].strip(), line)
        draft.texts["printing_date"] = parse_date(match["date"]) or match["date"]
    elif is_red_head(text):
        draft.put("issuer_mark", join_title([text]), join_title([line.printed]), line)
    elif found := split_attendance(text):
        names = found[1].rstrip("。")
        draft.put(_ATTENDANCE[found[0]], names, names, line)
    else:
        draft.drop(line, "网页上的公文信息表，不属于公文正文")


def _take_receivers(draft: Draft, line: Line) -> None:
    """Take 抄送, and 主送 that left no room for text on the first page; both may stand in one cell."""
    edges = [*(match.start() for match in _COPY_TO.finditer(line.text)), len(line.text)]
    for start, end in pairwise(edges):
        match = _COPY_TO.match(line.text, start)
        if match is None:
            continue
        key = "addressees" if match["label"] == "主送" else "copy_to"
        text, printed = (entry[match.end() : end].strip().rstrip("。") for entry in (line.text, line.printed))
        draft.put(key, text, printed, line)


def _take_doc_number(draft: Draft, line: Line) -> None:
    text = squeeze(line.text).strip("（()）")
    draft.put("doc_number", normalise_doc_number(text), line.printed, line)


def _take_issuer(draft: Draft, line: Line) -> None:
    if line.cells or split_signatory(line.text) or (draft.signatories and not is_organisation(line.text)):
        _take_signatory(draft, line)
    else:
        _take_bodies(draft, line)


def _take_signatory(draft: Draft, line: Line) -> None:
    """Take 职务 and name beside a 签名章, or the name on the line below its 职务."""
    post, name = line.cells if len(line.cells) == 2 else split_signatory(line.text) or ("", line.text)
    if not post and not line.cells and draft.signatories and not draft.signatories[-1][1]:
        post, _ = draft.signatories.pop()
    draft.signatories.append((post.strip(), join_title([name])))
    draft.origin.setdefault("meta:signatory", line.number)


def _take_bodies(draft: Draft, line: Line) -> None:
    if is_seal(line.text):
        draft.drop(line, "代章、盖章的说明，发文机关已认出")
        return
    both = split_signature(line.text)
    issuer = both[0] if both else line.text
    first, *more = (re.sub(r"[（(](?:代章|盖章|印章|公章|章|印)[）)]", "", name) for name in _names(draft, issuer))
    if draft.texts.get("issuer", first) != first and "signature_date" not in draft.texts:
        more.insert(0, first)  # several bodies sign together (联合行文)
    else:
        draft.put("issuer", first, first, line)
    if more:
        joint = [name for name in (draft.texts.get("joint_issuers", ""), *more) if name]
        draft.texts["joint_issuers"] = "、".join(joint)
        draft.origin.setdefault("meta:joint_issuers", line.number)
    if both:
        _put_date(draft, both[1], line)


def _names(draft: Draft, issuer: str) -> list[str]:
    """Return the bodies that sign beside each other on one line; a name whose letters are spread is one."""
    if issuer in draft.known:
        return [issuer]
    names = issuer.split()
    return names if all(name in draft.known or is_organisation(name) for name in names) else [join_title([issuer])]


def _take_date(draft: Draft, line: Line) -> None:
    _put_date(draft, line.text, line)


def _put_date(draft: Draft, printed: str, line: Line) -> None:
    draft.put("signature_date", parse_date(printed) or printed.strip(), printed.strip(), line)


def _take_note(key: str, draft: Draft, line: Line) -> None:
    start = 1 if line.text[:1] in "（([【" else 0
    end = len(line.text.rstrip("）)]】。")) if start else len(line.text.rstrip("。"))
    draft.put(key, line.text[start:end].strip(), line.printed[start:end].strip(), line)


TAKERS: dict[Role, Callable[[Draft, Line], None]] = {
    Role.DOC_NUMBER: _take_doc_number,
    Role.NOTICE_BODY: lambda draft, line: draft.put("notice_body", line.text, line.printed, line),
    Role.ATTACHMENT_NOTE: lambda draft, line: draft.put("notice_body", line.text, line.printed, line),
    Role.SIGNATURE_ISSUER: _take_issuer,
    Role.SIGNATURE_DATE: _take_date,
    Role.AVAILABILITY: lambda draft, line: _take_note("availability", draft, line),
    Role.CONTACT: lambda draft, line: _take_note("contact", draft, line),
}


def take_listed_values(draft: Draft, page: Page) -> None:
    """Fill from the page's own list what the document does not print: number and title."""
    for keys, target in ((("发文字号", "文号", "发文文号", "文件编号", "文件号"), "doc_number"),):
        value = next((page.values[key] for key in keys if page.values.get(key)), "")
        if value and not draft.texts.get(target) and "号" in simplified(value):
            draft.texts[target] = normalise_doc_number(squeeze(value))
    title = next(
        (page.values[key] for key in ("标题", "发文标题", "名称", "信息名称", "公文名称") if key in page.values), ""
    )
    if title and simplified(title).endswith("通知") and not draft.texts.get("notice_title"):
        draft.texts["notice_title"] = join_title([title])
