"""The two clean plans as pages and files of other places print them: read back, they are not blamed for the form."""

import re
from collections.abc import Callable
from itertools import chain

import pytest

from editor.importing.importer import import_text
from editor.model.document import BlockKind, Document
from editor.reports.checked import CheckedFile
from tests.validators.planting import city, county
from validators.diagnostic import Severity

Form = Callable[[list[str], list[str]], list[str]]  # the lines of the notice and of the plan → those of a file
_NOTE = re.compile(r"（((?:[^（）]|（[^（）]*）)*?)(?:按职责分工)?负责）$")
_HALF_WIDTH = str.maketrans("，：；？！（）", ",:;?!()")


def lines_of(plan: Document) -> tuple[list[str], list[str]]:
    """Return the notice and the plan as lines, without tables."""
    metadata = plan.metadata
    year, month, day = map(int, metadata.signature_date.split("-"))
    notice = [
        metadata.notice_title,
        metadata.doc_number,
        f"{metadata.addressees}：",
        metadata.notice_body,
        metadata.issuer,
        f"{year}年{month}月{day}日",
        f"（{metadata.availability}）",
    ]
    return notice, [block.text for block in plan.blocks if block.kind is not BlockKind.TABLE]


def _with_notice(change: Callable[[str], str | list[str]]) -> Form:
    def form(notice: list[str], plan: list[str]) -> list[str]:
        changed = (change(line) for line in plan)
        return [*notice, *chain.from_iterable([line] if isinstance(line, str) else line for line in changed)]

    return form


def _on_two_lines(line: str) -> str | list[str]:
    return (
        line.replace("。责任单位：", "\n责任单位：").rstrip("。").split("\n") if line.startswith("牵头单位：") else line
    )


def _with_semicolon(line: str) -> str:
    return line.replace("。责任单位：", "；责任单位：").rstrip("。") if line.startswith("牵头单位：") else line


def _in_brackets(line: str) -> str:
    return f"（{_with_semicolon(line)}）" if line.startswith("牵头单位：") else line


def _led(match: re.Match[str]) -> str:
    lead, _, others = match[1].partition("、")
    return f"（牵头单位：{lead}；责任单位：{others}）" if others else f"（牵头单位：{lead}）"


FORMS: dict[str, Form] = {
    "as printed": _with_notice(lambda line: line),
    "indented": lambda notice, plan: [f"\u3000\u3000{line}" for line in (*notice, *plan)],
    "blank lines between": lambda notice, plan: [part for line in (*notice, *plan) for part in (line, "")],
    "plan alone": lambda notice, plan: plan,
    "number behind the title": lambda notice, plan: [f"{notice[0]}（{notice[1]}）", *notice[2:], *plan],
    "signed at the end": lambda notice, plan: [*plan, *notice[4:6]],
    "buttons around it": lambda notice, plan: ["【字体：大 中 小】 打印 分享到：", *notice, *plan, "【打印】【关闭】"],
    "tasks without numbers": _with_notice(lambda line: re.sub(r"^[0-9]\.", "", line)),
    "labels on two lines": _with_notice(_on_two_lines),
    "labels with a semicolon": _with_notice(_with_semicolon),
    "labels in brackets": _with_notice(_in_brackets),
    "labelled notes": _with_notice(lambda line: _NOTE.sub(_led, line)),
    "responsible units alone": _with_notice(lambda line: _NOTE.sub(r"（责任单位：\1）", line)),
    "no units": _with_notice(lambda line: [] if line.startswith("牵头单位：") else _NOTE.sub("", line)),
    "half-width marks": lambda notice, plan: [line.translate(_HALF_WIDTH) for line in (*notice, *plan)],
}
# What is so in the plan itself (no unit of the city leads), and what is right to say of a form.
TRUE = {"UNI003", "ELM002"}
OF_FORM = {"half-width marks": {"PUN002"}}


@pytest.mark.parametrize("plan", [county, city], ids=["county", "city"])
@pytest.mark.parametrize("form", FORMS)
def test_a_clean_plan_gets_no_error_and_no_warning_for_its_form(form: str, plan: Callable[[], Document]) -> None:
    notice, body = lines_of(plan())
    if "附件" in body:  # its table is left out
        body = body[: body.index("附件") - 1]
    imported = import_text("\n".join(FORMS[form](notice, body)))
    checked = CheckedFile.check("plan.txt", imported.document, imported)
    graver = [one for one in checked.diagnostics if one.severity is not Severity.HINT]
    assert [one.message for one in graver if one.code not in TRUE | OF_FORM.get(form, set())] == []
