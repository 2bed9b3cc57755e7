"""What to do first in a plan and what is left of it: a checklist, counted from the plan as it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.blanks import blank_places
from editor.model.document import BlockKind, Metadata
from templates.analysis import Analysis
from templates.coverage import Status
from templates.register import default_units
from templates.unit_matrix import unit_matrix
from validators.diagnostic import Diagnostic

_BASICS = (("place", "地名"), ("period_start", "起始年份"), ("period_end", "结束年份"), ("issuer", "发文机关"))


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do; `action` is the id of the action that does it or leads there."""

    action: str
    text: str
    state: str  # what is left of it, in words
    is_done: bool


def is_blank(analysis: Analysis) -> bool:
    """Return whether a plan holds nothing but titles yet."""
    return not any(
        block.kind is not BlockKind.TITLE and (block.text.strip() or block.rows) for block in analysis.document.blocks
    )


def first_steps(analysis: Analysis, findings: Sequence[Diagnostic] | None) -> tuple[Step, ...]:
    """Return the steps in the order they are best done in; `findings` None while they are not known.

    A blank plan without a template has one: to begin from a template.
    """
    if analysis.template is None and is_blank(analysis):
        return (Step("new", "从模板新建", "这份文稿是空的，也没有选用模板", False),)
    return tuple(_steps(analysis, findings))


def _steps(analysis: Analysis, findings: Sequence[Diagnostic] | None) -> Iterator[Step]:
    metadata = analysis.document.metadata
    lacking = [name for key, name in _BASICS if not getattr(metadata, key)]
    yield Step("metadata", "填基本信息", f"还缺{'、'.join(lacking)}" if lacking else "已填", not lacking)
    yield _units(metadata)
    if analysis.template is not None:
        yield _superior(analysis)
        yield _requirements(analysis)
    blanks = len(blank_places(analysis.document.blocks))
    if blanks or not is_blank(analysis):
        yield Step("next_blank", "填【】中的内容", f"还有{blanks}处" if blanks else "都填好了", not blanks)
        yield _tasks(analysis)
    if findings is not None:
        yield Step("problems", "看问题", f"还有{len(findings)}个" if findings else "没有发现问题", not findings)
    yield Step("export", "导出公文", "填好改好以后再导出", False)


def _units(metadata: Metadata) -> Step:
    units = metadata.units
    if not units:
        return Step("units", "核对单位库", "单位库还是空的", False)
    own = units != default_units(metadata.place, metadata.level)
    state = f"已按本地修改，共{len(units)}个单位" if own else f"{len(units)}个单位，还都是通用名称"
    return Step("units", "核对单位库", state, own)


def _superior(analysis: Analysis) -> Step:
    kept = analysis.document.metadata.superior
    if kept is None:
        return Step("superior", "选用上级方案", "有上级印发的方案，选来逐项对照", False)
    if analysis.superior is None:
        return Step("superior", "选用上级方案", f"“{kept.name}”对不上现用的模板，请另选", False)
    return Step("superior", "选用上级方案", f"正对照“{kept.title}”", True)


def _requirements(analysis: Analysis) -> Step:
    missing = sum(row.status is Status.MISSING for row in analysis.coverage.rows)
    return Step("insert", "补齐模板条目", f"还缺{missing}项" if missing else "都有了", not missing)


def _tasks(analysis: Analysis) -> Step:
    bare = sum(task.is_bare for task in unit_matrix(analysis).tasks)
    return Step("matrix", "落实分工", f"还有{bare}项任务没有单位" if bare else "各项任务都有单位", not bare)
