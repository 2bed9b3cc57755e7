"""What the program understood of a file, as lines to read."""

from collections.abc import Sequence
from typing import Any


def inspect_text(understood: dict[str, Any]) -> str:
    """Return what the program understood of a file as lines to read."""
    names = {
        "notice_title": "通知标题", "plan_title": "方案标题", "issuer": "发文机关", "doc_number": "发文字号",
        "signature_date": "成文日期", "availability": "附注",
    }  # fmt: skip
    lines = [f"{name}：{understood[key] or '（无）'}" for key, name in names.items()]
    lines.append(f"主送机关：{'、'.join(understood['addressees']) or '（无）'}")
    period = understood["period"]
    lines.append(f"规划期：{period['start']}—{period['end']}年" if period else "规划期：（无）")
    lines.append("提纲：")
    lines += _section_lines(understood["sections"], 1)
    units = understood["units"]
    lines.append(f"责任分工：{len(understood['assignments'])} 处，涉及单位 {len(units)} 家：{'、'.join(units)}")
    lines.append("指标：")
    lines += [_target_line(target) for target in understood["targets"]]
    lines.append("依据：")
    lines += [f"  《{entry['title']}》{entry['doc_number'] or ''}" for entry in understood["basis"]]
    rows = understood["coverage"]
    covered = sum(row["status"] in {"same", "near", "renamed", "merged"} for row in rows)
    missing = [row["requirement"] for row in rows if row["status"] == "missing"]
    lines.append(f"模板条目：共 {len(rows)} 项，已有 {covered} 项；缺 {'、'.join(missing) or '无'}")
    return "\n".join(lines)


def _target_line(target: dict[str, Any]) -> str:
    when = f"{target['year']}年" if target["year"] else target["frequency"] or "未写时间"
    return f"  {target['indicator']} {target['comparator']} {target['value']:g}{target['unit']}（{when}）"


def _section_lines(sections: Sequence[dict[str, Any]], depth: int) -> list[str]:
    lines = []
    for section in sections:
        tied = f"  [{'、'.join(section['requirements'])}]" if section["requirements"] else ""
        lines.append(f"{'  ' * depth}{section['number']}{section['heading']}{tied}")
        lines += _section_lines(section["children"], depth + 1)
    return lines
