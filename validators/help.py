"""The page on one rule: what it finds, why, by which clause, and examples; in the manual, the window and SARIF."""

import re

from validators.diagnostic import Applicability, Severity
from validators.rule import Bad, Good, Rule

_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
_MOST = 3  # examples of each kind; the others are traps for the tests
_LINES = 8  # of an example that is a small plan
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_NOTATION = re.compile(r"^#\d? ")  # marks titles and unnumbered headings in the examples of rules


def rule_help(rule: Rule) -> str:
    """Return the page on a rule as Markdown."""
    lines = [
        f"### {rule.code} {_escape(rule.summary)}",
        "",
        f"- 级别：{_severity(rule)}",
        f"- 依据：{_escape(rule.source)}",
    ]
    lines += [f"- 理由：{_escape(rule.reason)}"]
    if rule.fix_title:
        lines.append(f"- 修正：{_escape(rule.fix_title)}（{_how(rule)}）")
    for title, examples in _examples(rule).items():
        if examples:
            lines += ["", f"{title}：", "", *(f"- {_escape(example)}" for example in examples)]
    return "\n".join(lines)


def rule_help_text(rule: Rule) -> str:
    """Return the page on a rule as plain lines."""
    lines = [f"{rule.code} {rule.summary}", f"级别：{_severity(rule)}", f"依据：{rule.source}", f"理由：{rule.reason}"]
    if rule.fix_title:
        lines.append(f"修正：{rule.fix_title}（{_how(rule)}）")
    for title, examples in _examples(rule).items():
        lines += [f"{title}：{example}" for example in examples]
    return "\n".join(lines)


def _severity(rule: Rule) -> str:
    return _SEVERITIES[rule.severity] + ("" if rule.enabled else "，默认不检查")


def _how(rule: Rule) -> str:
    return "不改变意思，可以一次全部修正" if rule.applicability is Applicability.SAFE else "请先看修改前后"


def _examples(rule: Rule) -> dict[str, list[str]]:
    bad = [example for example in rule.examples if isinstance(example, Bad)][:_MOST]
    good = [example for example in rule.examples if isinstance(example, Good)][:_MOST]
    return {
        "会指出": list(filter(None, map(_bad, bad))),
        "不会指出": list(filter(None, (_shown(example.text) for example in good))),
    }


def _bad(example: Bad) -> str:
    shown = _shown(example.text)
    if example.fixed is None or not shown:
        return shown
    return f"{shown} → {_shown(example.fixed) or '（删去）'}"


def _shown(text: str | tuple[str, ...]) -> str:
    """Return an example on one line; of a small plan its first lines. What cannot be seen is named."""
    lines = (text,) if isinstance(text, str) else text
    shown = " ／ ".join(_NOTATION.sub("", line) for line in lines[:_LINES]) + (" ／ ……" if len(lines) > _LINES else "")
    return "".join(char if char.isprintable() or char == "\u3000" else f"[U+{ord(char):04X}]" for char in shown).strip()


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
