"""Imports point down, and each library stays in its room."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("main.py", "editor", "templates", "validators", "resources")

# Lowest first; rooms on one line are siblings and may not import each other.
LAYERS = (
    {"resources"},
    {"editor.model", "editor.settings", "editor.pinyin"},
    {"templates"},
    {"validators", "editor.importing", "editor.gongwen"},
    {
        "editor.commands",
        "editor.rule_settings",
        "editor.recovery",
        "editor.help_pages",
        "editor.inspection",
        "editor.layers",
        "editor.mended",
        "editor.opening",
        "editor.blanks",
        "editor.target_rows",
    },
    {"editor.superior_gaps"},
    {
        "editor.assigning",
        "editor.first_steps",
        "editor.guidance",
        "editor.pattern_search",
        "editor.section_commands",
        "editor.table_commands",
        "editor.typing_commands",
    },
    {"editor.clipboard"},
    {"editor.reports"},
    {"editor.batch"},
    {"editor.session"},
    {"editor.ui", "editor.cli"},
    {"main"},
)
# editor.settings is built on the safe file functions of its sibling, and on nothing else of it.
SIBLINGS_ALLOWED = {("editor.settings", "editor.model")}
ONLY_IN = {
    "PySide6": {"editor.ui", "main"},
    "docx": {"editor.importing", "editor.gongwen"},
    "lxml": {"editor.importing", "editor.gongwen"},
}
RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}


def room_of(module: str) -> str | None:
    return next((room for room in RANK if module == room or module.startswith(room + ".")), None)


def sources() -> list[Path]:
    return sorted(
        file for name in PACKAGES for file in ([ROOT / name] if name.endswith(".py") else (ROOT / name).rglob("*.py"))
    )


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def wrong_imports(module: str, targets: list[str]) -> list[str]:
    here = room_of(module)
    wrong = []
    for target in targets:
        there = room_of(target)
        if here and there and here != there and RANK[there] >= RANK[here] and (here, there) not in SIBLINGS_ALLOWED:
            wrong.append(f"{module} may not import {target}")
        if here not in ONLY_IN.get(target.split(".")[0], {here}):
            wrong.append(f"{module} may not import {target}")
    return wrong


def test_imports_point_down():
    wrong = [line for path in sources() for line in wrong_imports(module_name(path), list(imported(path)))]
    assert not wrong, "\n".join(wrong)


def test_every_module_has_a_room():
    homeless = [module_name(path) for path in sources() if room_of(module_name(path)) is None]
    assert homeless == ["editor"]  # empty on purpose, so that importing the model never loads Qt
    assert (ROOT / "editor" / "__init__.py").read_text() == ""


@pytest.mark.parametrize(
    ("module", "target"),
    [
        ("editor.gongwen.writer", "validators.rule"),
        ("editor.model.outline", "templates.template"),
        ("validators.engine", "PySide6.QtCore"),
        ("editor.model.storage", "lxml.etree"),
        ("editor.cli", "editor.ui.main_window"),
    ],
)
def test_a_forbidden_import_is_reported_as_a_sentence(module, target):
    assert wrong_imports(module, [target]) == [f"{module} may not import {target}"]


def test_the_command_line_and_all_below_it_run_without_qt():
    loaded = {module_name(path) for path in sources() if "PySide6" in {t.split(".")[0] for t in imported(path)}}
    assert all(module.startswith("editor.ui") for module in loaded)
