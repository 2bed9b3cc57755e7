"""A document's full title written out again after its short form was defined."""

from collections.abc import Iterator
from dataclasses import replace

from editor.model.citations import normalise_title
from editor.model.document import BlockKind
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.reading import as_class, blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, edit, rule
from validators.short_forms import bare, body_end

_DEFINED = "依据《云州市科学素质规划纲要（2026—2030年）》（以下简称《规划纲要》），制定本方案。"


@rule(
    code="REF033",
    name="full-title-after-short-form",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="定义了简称，后文又写全称。",
    reason="简称就是为后文定的，全称、简称混用会让人以为是两份文件。",
    source="实务",
    fix_title="改用简称",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            (_DEFINED, "一、要求", "落实《规划纲要》。", "对照《云州市科学素质规划纲要（2026—2030年）》自查。"),
            (_DEFINED, "一、要求", "落实《规划纲要》。", "对照《规划纲要》自查。"),
        ),
        Good((_DEFINED, "一、要求", "落实《规划纲要》。")),
        Good((_DEFINED, "一、落实《云州市科学素质规划纲要（2026—2030年）》", "对照《规划纲要》自查。")),
        Good((_DEFINED, "一、要求", "附件", "# 任务表", "对照《云州市科学素质规划纲要（2026—2030年）》。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look behind the first definition, in running text before the annexes; once per document."""
    first = {normalise_title(bare(form.full)): form for form in reversed(analysis.short_forms) if form.short[0] == "《"}
    if not first:
        return
    blocks = blocks_by_id(analysis)
    place = {block.id: at for at, block in enumerate(analysis.document.blocks[: body_end(analysis)])}
    found: dict[str, list[Finding]] = {}
    for one in analysis.citations:
        form = first.get(one.title)
        if form is None or not {one.block_id, form.block_id} <= place.keys():
            continue
        later = (place[one.block_id], one.start) > (place[form.block_id], form.start)
        if later and one.number_start < 0 and blocks[one.block_id].kind is BlockKind.PARAGRAPH:
            at = Finding(one.start, one.end, form.short, block_id=one.block_id)
            edits = (edit(blocks[one.block_id], one.start, one.end, form.short),)
            found.setdefault(one.title, []).append(replace(at, edits=edits))
    for title, places in found.items():
        yield from as_class(places, f"前面已经简称{first[title].short}，这里又写了全称。")
