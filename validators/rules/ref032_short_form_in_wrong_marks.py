"""A document's short form in quotation marks, or one form in both kinds of marks: “纲要” and 《纲要》."""

from collections.abc import Iterator

from editor.model.citations import ShortForm
from editor.model.document import Block
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity, TextEdit
from validators.patterns import quoted
from validators.reading import blocks_by_id, whole_text
from validators.rule import Bad, Finding, Good, Scope, edit, rule
from validators.short_forms import bare

_FULL = "依据《云州市科学素质规划纲要（2026—2030年）》"


def _marked(blocks: tuple[Block, ...], words: str, new: str) -> Iterator[TextEdit]:
    """Yield an edit for every place where `words` stand."""
    for block in blocks:
        at = block.text.find(words)
        while at >= 0:
            yield edit(block, at, at + len(words), new)
            at = block.text.find(words, at + len(words))


def _wrong(form: ShortForm, whole: str) -> str | None:
    """Return the words in the wrong marks, None if there are none: a document's short form has 《》 everywhere."""
    name = bare(form.short)
    if not form.full.startswith("《"):
        return None
    if not form.short.startswith("《"):
        return form.short
    return f"“{name}”" if f"“{name}”" in whole else None


@rule(
    code="REF032",
    name="short-form-in-wrong-marks",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="文件的简称用了引号，或者书名号、引号混用。",
    reason="文件的简称和全称一样用书名号；用引号的简称，读者会以为是机构或者活动。",
    source="GB/T 15834-2011 书名号",
    fix_title="改用书名号",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            (f"{_FULL}（以下简称“纲要”），制定本方案。", "一、要求", "落实“纲要”要求。"),
            (f"{_FULL}（以下简称《纲要》），制定本方案。", "一、要求", "落实《纲要》要求。"),
        ),
        Bad(
            (f"{_FULL}（以下简称《纲要》），制定本方案。", "一、要求", "落实“纲要”要求。"),
            (f"{_FULL}（以下简称《纲要》），制定本方案。", "一、要求", "落实《纲要》要求。"),
        ),
        Good((f"{_FULL}（以下简称《纲要》），制定本方案。", "一、要求", "落实《纲要》要求。")),
        Good(("县科学素质纲要实施工作办公室（以下简称“县纲要办”）负责。", "一、要求", "报“县纲要办”。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report once per short form, with a fix for all its places."""
    forms = analysis.short_forms
    whole = whole_text(analysis) if forms else ""
    told: set[str] = set()
    for form in forms:
        wrong = _wrong(form, whole)
        if wrong is None or wrong in told or form.block_id not in blocks_by_id(analysis):
            continue
        told.add(wrong)
        right = f"《{bare(form.short)}》"
        edits = tuple(_marked(analysis.document.blocks, wrong, right))
        where = edits[0].range
        message = f"“{quoted(wrong)}”是文件的简称，应写成{right}。"
        yield Finding(where.start, where.end, message, block_id=where.block_id, edits=edits)
