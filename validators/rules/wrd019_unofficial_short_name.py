"""国家发改委, 人社部: usual short names of the State Council's bodies that are not the official ones."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import in_title
from validators.rule import Bad, Finding, Good, Scope, rule

_OFFICIAL = {
    "国家发改委": "国家发展改革委",
    "人社部": "人力资源社会保障部",
    "国家卫健委": "国家卫生健康委",
    "住建部": "住房城乡建设部",
    "工信部": "工业和信息化部",
    "文旅部": "文化和旅游部",
    "国家市监总局": "市场监管总局",
    "国家市场监管总局": "市场监管总局",
    "国家科技部": "科技部",
    "国家教育部": "教育部",
    "国家农业农村部": "农业农村部",
    "中国社科院": "中国社会科学院",
}
_NAMES = re.compile("|".join(sorted(_OFFICIAL, key=len, reverse=True)))
# 人社部门 is another word, 人社部发〔2021〕3号 a document number, 工信部联科 its code.
_FOLLOWED = re.compile("门|(?:联|办|发|函|令|规)[^，。、；]{0,6}〔")


@rule(
    code="WRD019",
    name="unofficial-short-name",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="国务院机构用了不规范的简称，如“国家发改委”“人社部”。",
    reason="国务院机构有统一公布的规范简称，正式行文用规范简称或者全称；县级单位的习惯简称按本地规定。",
    source="国务院办公厅关于国务院机构简称的通知（国办秘函〔2023〕18号）",
    fix_title="改为规范简称",
    applicability=Applicability.UNSAFE,
    marks="委部局院",
    examples=(
        Bad("落实国家发改委部署", "落实国家发展改革委部署"),
        Bad("人社部、住建部等部门", "人力资源社会保障部、住房城乡建设部等部门"),
        Good("国家发展改革委、人力资源社会保障部"),
        Good("县发改局、县人社局会同住建部门、人社部门"),
        Good("依据《人社部关于技能培训的意见》（人社部发〔2021〕3号）"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Look the names up outside titles."""
    text = block.text
    for match in _NAMES.finditer(text):
        if not in_title(text, match.start()) and not _FOLLOWED.match(text, match.end()):
            official = _OFFICIAL[match.group()]
            yield Finding(*match.span(), f"“{match.group()}”的规范简称是“{official}”。", official)
