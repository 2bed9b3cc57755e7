"""An action or project of the plan that the text calls by a name with characters lost or added."""

import re
from collections.abc import Iterator
from functools import lru_cache

from editor.model.document import BlockKind
from editor.model.text_cache import keep_by_arguments
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.reading import all_sections
from validators.rule import Bad, Finding, Good, Scope, rule
from validators.short_forms import shortens

_END = re.compile(r"工程|行动|计划")
_KINDS = ("工程", "行动", "计划")
_VERB = re.compile(r"^(?:组织实施|深入实施|大力实施|实施|推进|开展)")
_MOST = 2  # characters lost or added
_SHORTEST = 7  # characters of a name
_HEAD = 3  # characters with which both begin: the whole of 科普基, not of 科技


def _name(title: str) -> str:
    return _VERB.sub("", title)


@lru_cache(maxsize=256)
def _by_head(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        found[name[:_HEAD]] = (*found.get(name[:_HEAD], ()), name)
    return found


@keep_by_arguments
def _variants(text: str, names: tuple[str, ...]) -> tuple[tuple[int, int, str], ...]:
    """Return where a text has a name of the plan with one or two characters lost or added, and the right one."""
    heads = _by_head(names)
    found = []
    for match in _END.finditer(text):
        for start in range(max(0, match.end() - 20), match.end() - _SHORTEST + _MOST):
            for name in heads.get(text[start : start + _HEAD], ()):
                words = text[start : match.end()]
                near = name.endswith(match.group()) and 0 < abs(len(words) - len(name)) <= _MOST
                if near and words not in names and (shortens(words, name) or shortens(name, words)):
                    found.append((start, match.end(), name))
    return tuple(found)


@rule(
    code="REF035",
    name="project-under-two-names",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="行动、工程在标题和正文里的名称差一两个字。",
    reason="同一项行动、工程只有一个名称；差一两个字，对账和统计时会当成两项。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad(("一、重点工程", "推进科普基础工程等。", "（一）科普基础设施工程", "建好场馆。")),
        Bad(("一、重点工程", "推进科普基础设施建设工程等。", "（一）科普基础设施工程", "建好场馆。")),
        Good(("一、重点工程", "推进科普基础设施工程等。", "（一）科普基础设施工程", "建好场馆。")),
        Good(("一、重点工程", "落实《科普基础工程规范》。", "（一）科普基础设施工程", "实施“科普基础工程”项目。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare running text with the headings that end in 工程, 行动 or 计划; each name once."""
    titles = {name: section for section in reversed(all_sections(analysis)) if (name := _name(section.title))}
    names = tuple(sorted(name for name in titles if name.endswith(_KINDS) and _SHORTEST <= len(name) <= 18))
    told: set[str] = set()
    for block in analysis.document.blocks if names else ():
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            continue
        for start, end, name in _variants(block.text, names):
            words = block.text[start:end]
            own = titles[name].block
            if own.id == block.id or words in told or block.text[start - 1 : start] in ("《", "“") or "《" in words:
                continue
            told.add(words)
            message = f"“{words}”与标题“{name}”只差一两个字，同一项的名称要逐字一致。"
            yield Finding(start, end, message, block_id=block.id, related=(Related(own.id, name),))
