"""What was found, written for people and for programs: the same findings in every format."""

import io
import json
import re
import tomllib
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
from openpyxl import load_workbook

from editor.batch.checking import check_file
from editor.model.errors import UnreadableFile
from editor.reports import program
from editor.reports.as_json import write_json
from editor.reports.as_sarif import write_sarif
from editor.reports.as_text import write_text
from editor.reports.file_report import FileReport, printable, unusable_report
from editor.reports.rules import rules_markdown
from editor.reports.totals import totals_of
from editor.reports.workbook import export_report
from resources import path as resource
from tests.sarif_schema import SCHEMA
from validators.help import rule_help, rule_help_text
from validators.rule import Rule, all_rules, find_rule

ROOT = Path(__file__).resolve().parents[1]
TEXT = """云溪县人民政府办公室关于印发云溪县全民科学素质行动规划纲要实施方案的通知
各乡镇人民政府，县政府各部门：
现将《云溪县全民科学素质行动规划纲要实施方案》印发给你们，请认真组织实施。
云溪县人民政府办公室
2026年3月5日
云溪县全民科学素质行动规划纲要实施方案
为贯彻《全民科学素质行动规划纲要（2021-2035年）》（国发[2021]9号），制定本方案。
一、总体要求
到2030年，全县公民具备科学素质的比例达到20%。
二、提升行动
（一）青少年科学素质提升行动
1.实施教师科学素质提升工程。做好其它工作，，每年培训100人次。（县教体局、县科协按职责分工负责）
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[FileReport]:
    folder = tmp_path_factory.mktemp("方案 甲")
    (folder / "县 一.txt").write_text(TEXT, "utf-8")
    names = [str(folder / "县 一.txt"), str(resource("samples/yunxi.nigao")), str(folder / "没有.docx")]
    return [check_file(name, ()) for name in names]


def written(write, reports: list[FileReport], **options) -> str:
    out = io.StringIO()
    write(reports, out, **options)
    return out.getvalue()


def found_in(report: FileReport) -> Counter[str]:
    return Counter(found["code"] for found in report["diagnostics"])


def test_text_names_section_line_excerpt_and_fix(reports: list[FileReport]) -> None:
    text = written(write_text, reports)
    lines = text.split("\n")
    at = next(number for number, line in enumerate(lines) if "PUN003" in line)
    assert re.match(r"    第12行 警告 PUN003 .+（.+）$|    第12行 错误 PUN003 .+（.+）$", lines[at])
    assert lines[at + 1] == "      原文：…质提升工程。做好其它工作«，，»每年培训100人次。（县…"
    assert lines[at + 2] == "      可安全修正：只留一个，“，，”→“，”"
    assert "  提升行动 › 青少年科学素质提升行动" in text
    total = sum(found_in(reports[0]).values()) + sum(found_in(reports[1]).values())
    assert f"共检查 2 份文件，发现 {total} 处问题" in lines[-2]


def test_text_of_a_folder_begins_with_the_totals_and_the_worst_file(reports: list[FileReport]) -> None:
    lines = written(write_text, reports, folder=True).split("\n")
    assert lines[0].startswith("共检查 2 份文件，")
    assert lines[1] == "不能用的文件 1 份："
    assert "没有.docx：找不到文件" in lines[2]
    ranked = lines[lines.index("文件，问题多的在前（错误、警告、提示）：") + 1 :][:2]
    numbers = [tuple(map(int, line.split()[:3])) for line in ranked]
    assert numbers == sorted(numbers, reverse=True)
    assert any("PUN003" in line and "原文" not in line for line in lines)


def test_many_files_are_counted_without_their_findings(reports: list[FileReport]) -> None:
    many = [{**reports[0], "file": f"{number}.txt"} for number in range(50)]
    text = written(write_text, many, folder=True)
    assert "原文" not in text
    assert "共检查 50 份文件" in text
    assert len([line for line in text.split("\n") if line.endswith(".txt")]) == 50


def test_json_holds_the_same_findings_and_names_what_is_unusable(reports: list[FileReport]) -> None:
    data = json.loads(written(write_json, reports))
    assert [Counter(one["code"] for one in file["diagnostics"]) for file in data["files"]] == [
        found_in(report) for report in reports[:2]
    ]
    assert [file["reason"] for file in data["unusable"]] == [reports[2]["unusable"]]
    assert "unusable" not in json.loads(written(write_json, reports[:2]))
    assert json.loads(written(write_json, [])) == {"files": []}


def test_sarif_keeps_to_the_standard(reports: list[FileReport]) -> None:
    for chosen in (reports, reports[:1], reports[2:], []):
        data = json.loads(written(write_sarif, chosen))
        jsonschema.Draft202012Validator(SCHEMA).validate(data)


def test_the_part_of_the_standard_refuses_what_is_not_in_it(reports: list[FileReport]) -> None:
    data = json.loads(written(write_sarif, reports))
    result = data["runs"][0]["results"][0]
    for spoiled in ({"levle": "error"}, {"level": "fatal"}, {"locations": []}, {"message": {}}):
        data["runs"][0]["results"][0] = result | spoiled
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(SCHEMA).validate(data)


def test_sarif_points_at_rules_with_help_and_at_quoted_names(reports: list[FileReport]) -> None:
    (run,) = json.loads(written(write_sarif, reports))["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    for described in rules:
        rule = find_rule(described["id"])
        assert rule is not None
        assert described["help"] == {"text": rule_help_text(rule), "markdown": rule_help(rule)}
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert any(uri.startswith("file:///") and "%E5%8E%BF%20%E4%B8%80.txt" in uri for uri in uris)
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert "找不到文件" in notification["message"]["text"]


def test_the_fixes_of_sarif_can_be_applied_to_the_text(reports: list[FileReport]) -> None:
    (run,) = json.loads(written(write_sarif, reports[:1]))["runs"]
    lines = TEXT.split("\n")
    fixed = {}
    for result in run["results"]:
        for fix in result.get("fixes", ()):
            (replacement,) = fix["artifactChanges"][0]["replacements"]
            region = replacement["deletedRegion"]
            line = lines[region["startLine"] - 1]
            start, end = region["startColumn"] - 1, region["endColumn"] - 1
            fixed[result["ruleId"]] = line[:start] + replacement["insertedContent"]["text"] + line[end:]
    assert "（2021—2035年）" in fixed["NUM010"]
    assert "国发〔2021〕9号" in fixed["NUM001"]
    assert "其它工作，每年" in fixed["PUN003"]
    assert "做好其他工作" in fixed["WRD001"]
    (other,) = json.loads(written(write_sarif, reports[1:2]))["runs"]
    assert not any("fixes" in result for result in other["results"])  # the lines of a .nigao are not those of its file


def test_what_somebody_lets_stand_is_suppressed(tmp_path: Path) -> None:
    data = json.loads(resource("samples/yunxi.nigao").read_text("utf-8"))
    block = next(block for block in data["blocks"] if "[2026]" in block["text"])
    entry = {"code": "NUM001", "block_id": block["id"], "text": "[2026]", "reason": "原文如此"}
    data["metadata"]["ignored"] = [entry]
    (tmp_path / "a.nigao").write_text(json.dumps(data), "utf-8")
    report = check_file(str(tmp_path / "a.nigao"), ())
    assert "NUM001" not in found_in(report)
    assert "，已忽略 1 处" in written(write_text, [report])
    sarif = json.loads(written(write_sarif, [report]))
    jsonschema.Draft202012Validator(SCHEMA).validate(sarif)
    suppressed = [result for result in sarif["runs"][0]["results"] if "suppressions" in result]
    assert [(one["ruleId"], one["suppressions"]) for one in suppressed] == [
        ("NUM001", [{"kind": "inSource", "justification": "原文如此"}])
    ]


def test_the_workbook_has_a_row_for_each_file_finding_and_rule(reports: list[FileReport], tmp_path: Path) -> None:
    export_report(reports, tmp_path / "报告.xlsx")
    book = load_workbook(tmp_path / "报告.xlsx")
    assert book.sheetnames == ["汇总", "问题", "按检查项"]
    files, findings, rules = ([list(row) for row in sheet.values] for sheet in book)
    assert [row[0] for row in files[1:4]] == [report["file"] for report in reports]
    assert files[0][3:6] == ["错误", "警告", "提示"]
    for row, report in zip(files[1:3], reports, strict=False):
        assert sum(row[3:6]) == sum(found_in(report).values())
        assert row[2] == "云溪县"
    assert files[1][6] > files[1][7] > 0
    assert "科普信息化提升工程" in files[1][8]
    assert files[3][-1] == reports[2]["unusable"]
    assert files[4][0] == "合计 2 份"
    assert files[4][3:6] == [files[1][at] + files[2][at] for at in (3, 4, 5)]
    assert Counter(row[4] for row in findings[1:]) == found_in(reports[0]) + found_in(reports[1])
    assert {row[0]: (row[2], row[3]) for row in rules[1:]} == {
        rule.code: (rule.found, rule.files) for rule in totals_of(reports).rules
    }


def test_no_text_becomes_a_formula(reports: list[FileReport], tmp_path: Path) -> None:
    evil = '=HYPERLINK("http://x","点我")'
    found = {**reports[0]["diagnostics"][0], "message": evil, "excerpt": "@SUM(1)", "text": "x", "source": "#N/A"}
    long = {**found, "message": "长" * 40_000}
    export_report([{**reports[0], "file": "+1.txt", "diagnostics": [found, long]}], tmp_path / "报告.xlsx")
    book = load_workbook(tmp_path / "报告.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {evil, "@SUM(1)", "#N/A", "+1.txt"} <= {cell.value for cell in cells}
    assert max(len(cell.value) for cell in cells) == 32_767


def test_a_name_that_is_no_text_can_be_printed() -> None:
    assert printable("方案\udcff\n.txt") == "方案\ufffd\ufffd.txt"
    report = unusable_report("坏\udcff.txt", UnreadableFile("读不出来。"))
    for write in (write_json, write_text, write_sarif):
        written(write, [report]).encode()


def test_the_version_is_that_of_the_package() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == program.VERSION


def test_the_manual_in_docs_is_current() -> None:
    manual = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert manual == rules_markdown(all_rules()) + "\n", "run `make docs`"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_the_page_of_a_rule_says_what_why_by_which_clause_and_shows_examples(rule: Rule) -> None:
    page, plain = rule_help(rule), rule_help_text(rule)
    for words in (rule.code, rule.summary, rule.reason, rule.source):
        assert words in plain
    assert "会指出" in page
    assert all(char.isprintable() or char == "\n" for char in page.replace("\u3000", " "))
