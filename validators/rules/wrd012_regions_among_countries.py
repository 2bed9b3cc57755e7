"""香港, 澳门 or 台湾 counted among countries, or 中台 and 中港 beside each other."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import in_title
from validators.rule import Bad, Finding, Good, Scope, rule

_REGION = "(?:中国)?(?:香港|澳门|台湾)"
_PATTERNS = (
    # 等国 alone, but not 等国家级基地 or 等国家和地区
    (re.compile(rf"{_REGION}[^。；，、]{{0,6}}(?:、[^。；，、]{{1,8}}){{0,6}}等[0-9一二三四五六七八九十]{{0,3}}个?国(?:家(?!和地区|级|重点|标准|公园|实验))"),
     "“{}”把港澳台与国家并列，应写“国家和地区”。"),
    (re.compile(rf"国家[（(](?:含|包括)[^（）()]{{0,12}}{_REGION}"), "“{}”把港澳台算作国家，应写“国家和地区”。"),
    (re.compile("中港(?=两地|合作|关系|贸易|边境)|中港台|中台(?=两岸|关系|两地)"), "“{}”应写内地与香港、大陆与台湾。"),
    (re.compile(r"(?:香港|澳门|台湾|港澳台|港澳|台港澳)(?:同胞|人士|专家|学生|学者|青年|居民|嘉宾)来(?:华|中国)"),
     "“{}”应写来内地（大陆）。"),
)  # fmt: skip


@rule(
    code="WRD012",
    name="regions-among-countries",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="把香港、澳门、台湾与国家并列。",
    reason="香港、澳门是特别行政区，台湾是中国的一个省；与其他国家并列时写“国家和地区”。",
    source="新华社禁用词和慎用词（2016）",
    marks="港澳台",
    examples=(
        Bad("来自12个国家（含香港、澳门）的专家参加"),
        Bad("与韩国、日本、台湾等国家开展交流"),
        Bad("深化中港两地科普合作"),
        Bad("接待台湾同胞来华参访"),
        Good("来自12个国家和地区的专家参加"),
        Good("与日本、台湾等国家和地区开展交流"),
        Good("建设数据中台、业务中台，推动中台合作共建"),
        Good("组织港澳青年来内地研学"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Try each pattern outside titles."""
    if not any(word in block.text for word in ("香港", "澳门", "台湾", "港澳", "中港", "中台")):
        return
    for pattern, message in _PATTERNS:
        for match in pattern.finditer(block.text):
            if not in_title(block.text, match.start()):
                yield Finding(*match.span(), message.format(match.group()))
