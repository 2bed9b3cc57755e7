"""A required part, group or task of the template that the plan does not have."""

from collections.abc import Iterator
from dataclasses import replace

from templates.analysis import Analysis
from templates.document_kind import DIVIDED
from templates.requirement import Need
from validators.diagnostic import Severity
from validators.reading import at_heading
from validators.requirements import called, missing, nearest_section, superior, undivided_part
from validators.rule import Bad, Finding, Good, Scope, rule

_PLAN = (
    "# 云溪县全民科学素质行动规划纲要实施方案",
    "一、指导思想和目标",
    "（一）指导思想。坚持以习近平新时代中国特色社会主义思想为指导。",
    "（二）工作目标。到2030年，全县公民具备科学素质的比例达到20%。",
    "二、提升行动",
    "（一）青少年科学素质提升行动",
    "（二）农民科学素质提升行动",
    "（三）产业工人科学素质提升行动",
    "（四）老年人科学素质提升行动",
    "（五）领导干部和公务员科学素质提升行动",
    "三、重点工程",
    "（一）科技资源科普化工程",
    "（二）科普信息化提升工程",
    "（三）科普基础设施工程",
    "（四）基层科普能力提升工程",
    "四、组织实施",
    "（一）组织保障。县全民科学素质工作领导小组统筹实施工作。",
    "（二）监测评估。完善科普统计和公民科学素质监测评估体系。",
    "（三）经费投入。县财政将科普经费列入预算。",
)


@rule(
    code="STR001",
    name="missing-required-part",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    kinds=DIVIDED,
    summary="缺少必备的部分、行动或工程。",
    reason="上级方案要求各地都落实的部分，本级方案缺了就是漏项；确实不涉及的，可在提纲里标为“不涉及”。",
    source="上级方案；《全民科学素质行动规划纲要（2021—2035年）》",
    examples=(
        Bad(tuple(line for line in _PLAN if "老年人" not in line)),
        Bad(_PLAN[:10] + _PLAN[15:]),
        Good(_PLAN),
        Good(tuple(line for line in _PLAN if "老年人" not in line), (("not_applicable", ("A4",)),)),
        Bad(_PLAN[:1]),
        Good(
            (
                *_PLAN[:1],
                "一、指导思想和目标",
                "坚持服务大局，到2030年，全县公民具备科学素质的比例达到20%。",
                *_PLAN[4:],
            )
        ),
        Good(("# 云溪县全民科学素质行动任务分工方案", *_PLAN[4:15])),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report what is required and missing; below the groups its name is open, so that it only warns.

    A document without any heading is told so once.
    """
    absent = tuple(missing(analysis, Need.REQUIRED))
    if absent and not analysis.sections:
        names = "".join(f"“{requirement.name}”" for requirement in absent)
        yield Finding(0, 0, f"全文还没有标题，{superior(analysis)}要求的{names}等部分都没有写。")
        return
    for requirement in absent:
        section = nearest_section(analysis, requirement)
        message = f"缺少{superior(analysis)}要求的{called(requirement)}。"
        found = Finding(0, 0, message) if section is None else at_heading(section, message)
        hidden = undivided_part(analysis, requirement) is not None  # it may stand there in other words
        yield replace(found, severity=Severity.WARNING if hidden or requirement.level > 2 else Severity.ERROR)
