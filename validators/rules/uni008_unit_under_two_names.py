"""One unit under two names in the assignments of one plan."""

from collections.abc import Iterator
from dataclasses import replace

from editor.model.assignments import UnitMention
from templates.analysis import Analysis
from templates.register import Name
from templates.unit_names import core, loose, place_of, without_note
from validators.diagnostic import Applicability, Related, Severity
from validators.duties import at_mention, mentions_by_name
from validators.reading import blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, edit, rule


def _is_clipped(name: str, usual: str) -> bool:
    """Return whether a party or mass body has lost its 委 or has it in the wrong place: that is told by name."""
    return usual.replace("委", "", 1) == name or (name.endswith("团委") and usual.startswith("团"))


@rule(
    code="UNI008",
    name="unit-under-two-names",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="同一个单位在分工里有两种叫法。",
    reason="一个单位一种叫法，查找、汇总分工时才不会漏；全称或简称都可以，全文统一就行。",
    source="党政机关公文处理工作条例 第九条（八）；实务",
    fix_title="统一为较多用的叫法",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            (
                "一、行动",
                "1.甲任务。做好。（县应急管理局、县科协负责）",
                "2.乙任务。做好。（县应急管理局、县民政局负责）",
                "3.丙任务。做好。（县应急局、县科协负责）",
            ),
            (
                "一、行动",
                "1.甲任务。做好。（县应急管理局、县科协负责）",
                "2.乙任务。做好。（县应急管理局、县民政局负责）",
                "3.丙任务。做好。（县应急管理局、县科协负责）",
            ),
        ),
        Bad(
            (
                "一、行动",
                "1.甲任务。做好。（县茶叶产业管理局、县科协负责）",
                "2.乙任务。做好。（县茶叶产业管理局、县民政局负责）",
                "3.丙任务。做好。（县茶叶产业局、县科协负责）",
            )
        ),
        Good(("一、行动", "1.甲任务。做好。（县教育局、县科协负责）", "2.乙任务。做好。（市教育局、县科协负责）")),
        Good(("一、行动", "1.甲任务。做好。（县应急局、县科协负责）", "2.乙任务。做好。（县应急局负责）")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report each rarer name once, at its first mention; former names are another rule's."""
    metadata = analysis.document.metadata
    place = place_of(metadata.place, metadata.level)
    names: dict[str, dict[str, list[UnitMention]]] = {}
    for text, mentions in mentions_by_name(analysis).items():
        known = analysis.register.find(text)
        key = analysis.register.canonical(text) if known else None
        # 县数据资源管理局 and 县数据资源局: a unit that no register holds is told by the rules of short names.
        if not text.startswith("各"):  # 各镇街道: how a whole is spelled is another rule's
            names.setdefault(key or f"?{loose(core(without_note(text), place))}", {})[text] = mentions
    blocks = blocks_by_id(analysis) if any(len(forms) > 1 for forms in names.values()) else {}
    for forms in names.values():
        usual = max(forms, key=lambda text: len(forms[text]))
        for text, mentions in forms.items():
            found = analysis.register.find(text)
            if text == usual or _is_clipped(text, usual) or (found is not None and found.how is Name.FORMER):
                continue
            edits = tuple(edit(blocks[one.block_id], one.start, one.end, usual) for one in mentions)
            message = f"“{text}”在别处写作“{usual}”，同一单位的叫法要统一。"
            related = (Related(forms[usual][0].block_id, usual),)
            yield replace(at_mention(mentions[0], message), edits=edits, related=related)
