"""All rules as a list, as a manual, as JSON."""

import json
from collections.abc import Sequence
from itertools import groupby

from editor.reports.file_report import SEVERITY_NAMES
from validators.help import rule_help
from validators.rule import Rule, Scope

_KEYS = ("code", "name", "severity", "scope", "summary", "reason", "source", "enabled")
_FAMILIES = {
    "ELM": "公文要素", "NUM": "数字、日期和文号", "PUN": "标点符号", "REF": "引用、简称和附件", "STR": "结构和层次序号",
    "TGT": "指标", "TXT": "文字残留", "UNI": "责任单位和任务分工", "WRD": "用词",
}  # fmt: skip


def rules_text(rules: Sequence[Rule]) -> str:
    """Return all rules, a line each."""
    return "\n".join(f"{rule.code} {SEVERITY_NAMES[rule.severity]} {rule.summary}（{rule.source}）" for rule in rules)


def rules_json(rules: Sequence[Rule]) -> str:
    """Return the facts of all rules as JSON."""
    return json.dumps([{key: getattr(rule, key) for key in _KEYS} for rule in rules], ensure_ascii=False, indent=1)


def rules_markdown(rules: Sequence[Rule]) -> str:
    """Return the manual: every rule by family with what, why, by which clause, and examples of wrong and right."""
    whole = sum(rule.scope is Scope.DOCUMENT for rule in rules)
    parts = [
        "# 检查项",
        f"共 {len(rules)} 项，其中 {whole} 项对照全文判断。由 `make docs` 生成，请勿手改。",
        (
            "级别按依据的强弱：**错误** 违反国家标准、法规或上级的硬性要求，或者是明显的差错；"
            "**警告** 不合标准的一般用法；**提示** 是实务习惯，或者需要想一想。"
            "可安全修正的不会改变意思，可以一次全部修正；其余的看过修改前后再定。"
        ),
    ]
    for family, group in groupby(rules, key=lambda rule: rule.code[:3]):
        parts.append(f"## {_FAMILIES.get(family, family)}（{family}）")
        parts += [rule_help(rule) for rule in group]
    return "\n\n".join(parts)
