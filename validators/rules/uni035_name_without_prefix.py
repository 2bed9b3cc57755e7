"""A unit without its 县 in lists where the others have it."""

from collections.abc import Iterator
from dataclasses import replace

from templates.analysis import Analysis
from templates.unit_names import starts_with_prefix
from validators.diagnostic import Applicability, Severity
from validators.duties import at_mention, mentions_by_name, unit_keys
from validators.reading import blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_OWN = ("party", "government", "mass")  # others carry a superior's name, or none
_TIMES = 3  # names with the prefix for each one without

_HEAD = ("一、行动", "1.甲任务。做好。（县科协、县教育局、县财政局负责）", "2.乙任务。做好。（县民政局、县司法局负责）")


@rule(
    code="UNI035",
    name="name-without-prefix",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="名单里别的单位都冠“县”，这一家没有冠。",
    reason="同一份名单里有的冠“县”、有的不冠，读者会疑心是不是另一级的单位；写法要一致。",
    source="党政机关公文处理工作条例 第九条（八）；实务",
    fix_title="补上前缀",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            (*_HEAD, "3.丙任务。做好。（水利局、县科协负责）"),
            (*_HEAD, "3.丙任务。做好。（县水利局、县科协负责）"),
        ),
        Good((*_HEAD, "3.丙任务。做好。（团县委、县科协负责）")),
        Good((*_HEAD, "3.丙任务。做好。（市场监管局、水利局、财政局、教育局、民政局负责）")),
        Good((*_HEAD, "3.丙任务。做好。（云溪经济开发区、各乡镇、县科协负责）")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report names that the register knows with the prefix, unless the plan prints both: that is another rule's."""
    place, prefix = analysis.document.metadata.place, analysis.document.metadata.prefix
    names = mentions_by_name(analysis)
    without = [name for name in names if not name.startswith(prefix) and not starts_with_prefix(name)]
    if not place or len(names) < (_TIMES + 1) * sum(_lacks(analysis, name) for name in without):
        return
    keys = unit_keys(analysis)
    blocks = blocks_by_id(analysis)
    for name in without:
        forms = sum(keys[other] == keys[name] for other in names)
        if forms == 1 and _lacks(analysis, name):
            edits = tuple(edit(blocks[one.block_id], one.start, one.start, prefix) for one in names[name])
            message = f"“{name}”没有冠“{prefix}”，名单里的其他单位都冠了。"
            yield replace(at_mention(names[name][0], message), edits=edits)


def _lacks(analysis: Analysis, name: str) -> bool:
    """Return whether a name is one of the place's own units, were it not for the prefix."""
    prefix = analysis.document.metadata.prefix
    if prefix in name or "各" in name:
        return False
    found = analysis.register.find(prefix + name)
    return found is not None and found.unit.kind in _OWN
