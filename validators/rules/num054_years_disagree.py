"""The years of the title, of the plan's settings and of its text are not the same."""

import re
from collections.abc import Iterator

from editor.model.document import Block, metadata_block
from templates.analysis import Analysis
from templates.facts import five_year_plans
from validators.diagnostic import Severity
from validators.reading import leading_titles
from validators.rule import Bad, Finding, Good, Scope, rule

_YEARS = re.compile(r"(?<![0-9])(20[0-9]{2})年?\s?[-‐‑‒–—―─－~～至到]{1,2}\s?(20[0-9]{2})年?")
_NAMED = re.compile(r"[“\"]?(十[二三四五]五)[”\"]?")
_CITED = re.compile(r"《[^《》]{0,150}》")
# The period of a project inside the plan, or of a superior's outline, is another.
_DECLARED = re.compile(
    r"(?:本(?:方案|规划|计划)[^。；，]{0,6}?(?:实施期限?|期限|实施时间|规划期限?)|(?<![要家省市级》的])规划期限?)"
    r"(?:为|是|：|:|从|自){0,2}(20[0-9]{2})年?[—－至到\-](20[0-9]{2})年"
)

_PERIOD = (("period_start", 2026), ("period_end", 2030))


def _of_title(block: Block) -> tuple[int, int, int, int] | None:
    """Return start, end and the two years that a title gives, in figures or by the name of a five-year plan."""
    text = _CITED.sub(lambda cited: " " * len(cited.group()), block.text)
    if match := _YEARS.search(text):
        return (*match.span(), int(match[1]), int(match[2]))
    if match := _NAMED.search(text):
        plan = next(one for one in five_year_plans() if one.name == match[1])
        return (*match.span(), plan.first, plan.last)
    return None


def _given(analysis: Analysis) -> Iterator[tuple[Block, tuple[int, int, int, int]]]:
    """Yield the years given in the plan's title, else in the notice's, and in the body."""
    titles = leading_titles(analysis) or (metadata_block(analysis.document.metadata, "notice_title"),)
    for block in titles:
        if (found := _of_title(block)) is not None:
            yield block, found
            break
    for block in analysis.document.blocks:
        if "期" in block.text or "时间" in block.text:
            for match in _DECLARED.finditer(block.text):
                yield block, (*match.span(), int(match[1]), int(match[2]))


@rule(
    code="NUM054",
    name="years-disagree",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="标题、规划期设置、正文所写的起止年份不一致。",
    reason="一份方案只有一个规划期；几处不同，目标和任务就不知道算到哪一年。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad(("# 云溪县科普规划（2021—2025年）", "一、要求"), metadata=_PERIOD),
        Bad(("# 云溪县“十四五”科普规划", "一、要求"), metadata=_PERIOD),
        Bad(("# 云溪县科普规划（2026—2030年）", "一、要求", "规划期为2026—2029年。"), metadata=_PERIOD),
        Good(("# 云溪县科普规划（2026—2030年）", "一、要求", "规划期为2026年至2030年。"), _PERIOD),
        Good(("# 云溪县“十五五”科普规划", "一、要求"), _PERIOD),
        Good(
            ("# 云溪县科普规划（2026—2030年）", "一、要求", "国家规划期为2021—2035年，项目实施期限2026—2028年。"),
            _PERIOD,
        ),
        Good(("# 云溪县贯彻《全民科学素质行动规划纲要（2021—2035年）》实施方案", "一、要求"), _PERIOD),
        Good(("# 云溪县科普规划（2021—2025年）", "一、要求")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Hold everything against the period of the metadata, or against the title where there is none."""
    metadata = analysis.document.metadata
    period = (metadata.period_start, metadata.period_end)
    for block, (start, end, first, last) in _given(analysis):
        if None in period:
            period = (first, last)
        elif (first, last) != period:
            words = block.text[start:end]
            message = f"这里的起止年份“{words}”与方案的规划期（{period[0]}—{period[1]}年）不一致。"
            yield Finding(start, end, message, block_id=block.id)
