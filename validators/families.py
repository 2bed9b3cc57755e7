"""Rules by family: the letters of a code say what its rules look at."""

from validators.rule import Rule, all_rules

# In the order in which they are shown.
FAMILIES = {
    "STR": "结构和标题",
    "UNI": "单位和分工",
    "TGT": "指标",
    "REF": "依据和引用",
    "ELM": "公文要素",
    "NUM": "数字和日期",
    "PUN": "标点",
    "WRD": "用词",
    "TXT": "文字残留",
    "SYS": "程序",
}
_LETTERS = 3


def family_of(code: str) -> str:
    """Return what the family of a rule is called; 其他 for letters nobody knows."""
    return FAMILIES.get(code[:_LETTERS], "其他")


def rules_by_family() -> dict[str, tuple[Rule, ...]]:
    """Return all rules under the names of their families, without the families that have none."""
    found: dict[str, list[Rule]] = {name: [] for name in FAMILIES.values()}
    for one in all_rules():
        found.setdefault(family_of(one.code), []).append(one)
    return {name: tuple(rules) for name, rules in found.items() if rules}
