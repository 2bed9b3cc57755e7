"""How the metadata of an official document are worded on paper: dates, lists, labels, the 发文机关标志."""

import re
from datetime import date

from editor.model.document import Form, Metadata, clean_line


def one_line(value: str) -> str:
    """Return a text cleaned, in one line and without outer spaces; a tab, which is the layout's, becomes a space."""
    return clean_line(value).replace("\t", " ").strip()


def split_names(text: str) -> tuple[str, ...]:
    """Return the names between the 、 of a list."""
    return tuple(name for part in one_line(text).split("、") if (name := part.strip()))


def printed_date(text: str) -> str:
    """Return an ISO date as it is printed (7.3.5.4: 2026年3月5日, no leading zeros); any other text as it is."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return one_line(text)
    return f"{day.year}年{day.month}月{day.day}日"


def in_parentheses(text: str) -> str:
    """Return a note (附注, 7.3.6) with its parentheses."""
    text = one_line(text)
    return text if not text or text[0] in "（(" else f"（{text}）"


def addressees_line(text: str) -> str:
    """Return the 主送机关 with the colon behind them (7.3.2)."""
    text = one_line(text).rstrip("：:")
    return f"{text}：" if text else ""


def copies_line(text: str, label: str = "抄送") -> str:
    """Return a list of the 版记 with its label and stop (7.4.2)."""
    text = re.sub(rf"^{label}\s*[：:]\s*", "", one_line(text)).rstrip("。：:")
    return f"{label}：{text}。" if text else ""


_DOCUMENT, _ORDER, _MINUTES = "文件", ("令", "命令"), "纪要"


def mark_texts(metadata: Metadata, issuers: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Return the agencies of the 发文机关标志 and its text (7.2.4, 10.1–10.3).

    A joint mark names every agency and has 文件 for its text, unless the metadata say which mark to print.
    """
    given, issuer = one_line(metadata.issuer_mark), issuers[0] if issuers else ""
    agency = given.removesuffix(_DOCUMENT) or issuer
    match metadata.form:
        case Form.LETTER:
            mark = split_names(agency)[0] if split_names(agency) else ""
        case Form.ORDER:
            mark = agency if not agency or agency.endswith(_ORDER) else f"{agency}令"
        case Form.MINUTES:
            mark = agency if not agency or agency.endswith(_MINUTES) else f"{agency.removesuffix('会议')}会议纪要"
        case _:
            agencies = split_names(agency) if given else issuers
            if len(agencies) > 1:
                return agencies, _DOCUMENT if given.endswith(_DOCUMENT) or not given else ""
            mark = given or (f"{issuer}{_DOCUMENT}" if issuer else "")
    return (agency,) if mark else (), mark


def printing_office(metadata: Metadata) -> str:
    """Return the 印发机关: the one that is given, or the office that usually prints for the agency."""
    given, issuer = one_line(metadata.printing_office), one_line(metadata.issuer)
    if given or not issuer:
        return given
    if issuer.endswith(("办公室", "办公厅")):
        return issuer
    return f"{issuer}办公室" if issuer.endswith("人民政府") else ""
