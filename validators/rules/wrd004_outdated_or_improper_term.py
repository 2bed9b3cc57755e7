"""Terms that official style has replaced."""

from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import substitutions
from validators.rule import Bad, Finding, Good, Scope, rule

_TERMS = {
    "残废人": "残疾人",
    "残废": "残疾",
    "聋哑人": "听力言语残疾人",
    "弱智": "智力障碍",
    "弱智儿童": "智力障碍儿童",
    "“一带一路”战略": "“一带一路”倡议",
    "一带一路战略": "“一带一路”倡议",
    "中科院": "中国科学院",
}


@rule(
    code="WRD004",
    name="outdated-or-improper-term",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="用了已有规范说法取代的称谓。",
    reason="这些称谓已有规范说法：对残障人士用不带歧视的称呼，机构和倡议用正式名称。",
    source="新华社禁用词和慎用词（2016）；国办秘函〔2023〕18号",
    fix_title="改为规范说法",
    applicability=Applicability.UNSAFE,
    marks="废哑弱略院",
    examples=(
        Bad("关爱残废人", "关爱残疾人"),
        Bad("服务“一带一路”战略", "服务“一带一路”倡议"),
        Good("关爱残疾人，服务“一带一路”倡议"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Look the terms up."""
    yield from substitutions(_TERMS, block.text, "“{0}”宜写“{1}”。")
