"""Words in which one character was taken for a similar one."""

from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import substitutions
from validators.rule import Bad, Finding, Good, Scope, rule

# Only words that are wrong wherever they stand.
_WORDS = {
    "己经": "已经",
    "自已": "自己",
    "末来": "未来",
    "未端": "末端",
    "侯选": "候选",
    "气侯": "气候",
    "帐户": "账户",
    "布署": "部署",
    "按装": "安装",
    "松驰": "松弛",
    "既使": "即使",
    "坚苦奋斗": "艰苦奋斗",
    "再接再励": "再接再厉",
    "一愁莫展": "一筹莫展",
    "贯切": "贯彻",
    "发辉": "发挥",
    "科谱": "科普",
    "普极": "普及",
    "宣转": "宣传",
    "精减会议": "精简会议",
    "法制政府": "法治政府",
    "法制社会": "法治社会",
    "法制思维": "法治思维",
    "反应问题": "反映问题",
    "必需坚持": "必须坚持",
}


@rule(
    code="WRD003",
    name="misspelt-word",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="有形近、音近的错别字。",
    reason="这些写法在任何上下文里都是错字，多由输入法联想造成。",
    source="实务",
    fix_title="改为正确的写法",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad("己经建成科普基地", "已经建成科普基地"),
        Bad("推进法制政府建设", "推进法治政府建设"),
        Good("已经建成科普基地，部署未来工作"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Look the words up."""
    yield from substitutions(_WORDS, block.text, "“{0}”有错别字，应为“{1}”。")
