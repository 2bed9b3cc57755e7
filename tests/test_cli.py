"""The command line contract: what each command prints, writes and returns, in a process of its own where it matters."""

import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from editor import cli
from editor.gongwen.verify import read_texts
from editor.model import storage
from editor.model.document import Ignored
from resources import path as resource
from validators.rule import all_rules

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SAMPLE = str(resource("samples/yunxi.nigao"))

TEXT = """云溪县人民政府办公室关于印发云溪县全民科学素质行动规划纲要实施方案的通知
各乡镇人民政府,县政府各部门:
现将《云溪县全民科学素质行动规划纲要实施方案》印发给你们,请认真组织实施。
云溪县人民政府办公室
2026年3月5日
云溪县全民科学素质行动规划纲要实施方案
为贯彻《全民科学素质行动规划纲要（2021-2035年）》（国发[2021]9号），制定本方案。
一、总体要求
到2030年，全县公民具备科学素质的比例达到20%。
二、提升行动
（一）青少年科学素质提升行动
1.实施教师科学素质提升工程。每年培训100人次。（县教体局、县科协按职责分工负责）
【打印】【关闭】
"""


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = cli.main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.fixture
def text_file(tmp_path):
    file = tmp_path / "方案.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_new_import_check_and_export_make_one_road(tmp_path, capsys):
    plan, docx = tmp_path / "新.nigao", tmp_path / "新.docx"
    options = ("--template", "kexue-suzhi", "--layer", "shandong", "--place", "云溪县", "--level", "county")
    code, out, _ = run(capsys, "new", *options, "--years", "2026-2030", "-o", plan)
    assert code == 0
    assert "新.nigao" in out
    metadata = storage.load(plan).document.metadata
    assert (metadata.place, metadata.layers, metadata.period_start, metadata.period_end) == (
        "云溪县", ("shandong",), 2026, 2030,
    )  # fmt: skip
    code, out, _ = run(capsys, "check", plan)
    assert code == cli.FINDINGS
    assert "TXT001" in out
    code, out, _ = run(capsys, "export", plan, "--table", "-o", docx)
    assert code == 0
    assert "没有发文字号" in out
    assert docx.read_bytes().startswith(b"PK")
    code, out, _ = run(capsys, "import", docx, "-o", tmp_path / "回.nigao")
    assert code == 0
    first, again = storage.load(plan).document, storage.load(tmp_path / "回.nigao").document
    headings = [[b.text for b in d.blocks if b.kind == "heading"] for d in (first, again)]
    assert headings[0] == headings[1]


def test_the_division_of_tasks_is_exported_turned_and_as_a_workbook(tmp_path, capsys):
    docx, xlsx = tmp_path / "方案.docx", tmp_path / "分工.xlsx"
    plan = ROOT / "resources" / "samples" / "yunxi.nigao"
    code, out, _ = run(capsys, "export", plan, "-o", docx, "--landscape", "--xlsx", xlsx)
    assert code == 0
    assert f"已导出“{xlsx}”。" in out
    assert xlsx.read_bytes().startswith(b"PK")
    with zipfile.ZipFile(docx) as package:
        assert b'w:orient="landscape"' in package.read("word/document.xml")


def test_import_says_what_was_left_out(text_file, tmp_path, capsys):
    code, out, _ = run(capsys, "import", text_file, "-o", tmp_path / "a.nigao")
    assert code == 0
    assert "第 13 行“【打印】【关闭】”" in out
    assert "半角标点" in out


def test_standard_input_is_read(text_file, tmp_path):
    done = subprocess.run(
        [sys.executable, "main.py", "import", "-", "-o", str(tmp_path / "a.nigao")],
        cwd=ROOT, input=text_file.read_bytes(), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert storage.load(tmp_path / "a.nigao").document.metadata.issuer == "云溪县人民政府办公室"


def test_check_points_at_lines_and_words_of_the_source(text_file, capsys):
    code, out, _ = run(capsys, "check", text_file, "--format", "json")
    assert code == cli.FINDINGS
    (file,) = json.loads(out)["files"]
    assert (file["kind"], file["template"]) == ("implementation-plan", "kexue-suzhi")
    lines = TEXT.split("\n")
    found = {entry["code"]: entry for entry in file["diagnostics"]}
    for entry in file["diagnostics"]:
        if entry["start"] is not None and entry["text"] and entry["code"] != "PUN002":
            assert lines[entry["line"] - 1][entry["start"] : entry["end"]] == entry["text"]
    assert found["NUM010"]["line"] == 7
    assert found["NUM010"]["fix"] == {
        "title": found["NUM010"]["fix"]["title"],
        "applicability": "safe",
        "replacement": "2021—2035",
    }
    assert found["NUM001"]["text"] == "[2021]"
    assert found["PUN002"]["line"] == 2


def test_slips_that_the_import_mends_are_still_reported(tmp_path, capsys):
    file = tmp_path / "方案.txt"
    file.write_text("云政发[2026]第03号\n" + TEXT.replace("3月5日", "03月05日"), "utf-8")
    _, out, _ = run(capsys, "check", file, "--format", "json")
    found = [(e["code"], e["line"], e["text"]) for e in json.loads(out)["files"][0]["diagnostics"]]
    assert ("NUM001", 1, "[2026]") in found
    assert ("NUM013", 6, "03月05日") in found or ("NUM013", 6, "2026年03月05日") in found


def test_the_json_of_check_and_inspect_keeps_to_the_published_schemas(text_file, capsys):
    design = SHARED / "design"
    if not design.is_dir():
        pytest.skip("the published schemas are not beside the project")
    for command, source in (("check", text_file), ("check", SAMPLE), ("inspect", text_file), ("inspect", SAMPLE)):
        _, out, _ = run(capsys, command, source, "--format", "json")
        schema = json.loads((design / f"{command}.schema.json").read_text("utf-8"))
        jsonschema.Draft202012Validator(schema).validate(json.loads(out))


def test_a_layer_can_be_chosen_for_the_check(text_file, capsys):
    _, out, _ = run(capsys, "check", text_file, "--layer", "henan", "--format", "json")
    assert json.loads(out)["files"][0]["layers"] == ["henan"]


def test_sarif_holds_every_finding(text_file, capsys):
    _, out, _ = run(capsys, "check", text_file, SAMPLE, "--format", "sarif")
    report = json.loads(out)
    (sarif,) = report["runs"]
    assert report["version"] == "2.1.0"
    rules = {rule["id"] for rule in sarif["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in sarif["results"]} == rules
    regions = [
        result["locations"][0]["physicalLocation"]["region"]
        for result in sarif["results"]
        if result["ruleId"] == "NUM010"
    ]
    assert {"startLine": 7, "startColumn": 18, "endColumn": 27} in regions


def test_fix_writes_a_mended_copy_and_leaves_the_source(text_file, tmp_path, capsys):
    fixed = tmp_path / "修正.nigao"
    code, _, err = run(capsys, "check", text_file, "--fix", "-o", fixed)
    assert code == cli.FINDINGS
    assert "已修正" in err
    assert text_file.read_text("utf-8") == TEXT
    body = "".join(block.text for block in storage.load(fixed).document.blocks)
    assert "2021—2035年" in body
    assert "国发〔2021〕9号" in body


def test_fix_without_a_target_is_refused(text_file, capsys):
    code, _, err = run(capsys, "check", text_file, "--fix")
    assert code == cli.UNUSABLE
    assert "-o" in err


def test_several_files_are_all_checked_even_if_one_is_unusable(text_file, tmp_path, capsys):
    (tmp_path / "空.txt").write_text("")
    code, out, err = run(capsys, "check", tmp_path / "空.txt", text_file, SAMPLE)
    assert code == cli.UNUSABLE
    assert "空.txt" in err
    assert "共检查 2 份文件" in out


def test_a_clean_plan_returns_zero(tmp_path, capsys):
    run(capsys, "check", SAMPLE, "--fix", "-o", tmp_path / "a.nigao")
    document = storage.load(tmp_path / "a.nigao").document
    data = storage.to_json(document)
    for block in data["blocks"]:
        block["text"] = block["text"].replace("【县政府分管领导职务】", "县政府分管领导")
    (tmp_path / "b.nigao").write_text(json.dumps(data), "utf-8")
    code, out, _ = run(capsys, "check", tmp_path / "b.nigao")
    assert (code, "没有发现问题" in out) == (0, True), out


def test_inspect_is_readable(text_file, capsys):
    code, out, _ = run(capsys, "inspect", text_file)
    assert code == 0
    assert "发文机关：云溪县人民政府办公室" in out
    assert "（一）青少年科学素质提升行动  [A1]" in out
    assert "公民具备科学素质的比例 >= 20%（2030年）" in out


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_every_rule_is_listed(form, capsys):
    code, out, _ = run(capsys, "rules", "--format", form)
    assert code == 0
    assert all(rule.code in out for rule in all_rules())
    if form == "json":
        assert {"code", "name", "severity", "summary", "reason", "source"} <= json.loads(out)[0].keys()


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("unknown",), ("check",), ("check", "a.txt", "--format", "xml"), ("new", "--place", "云溪县"),
        ("new", "--place", "云溪县", "--years", "2030-2026", "-o", "x.nigao"),
        ("new", "--place", "云溪县", "--years", "soon", "-o", "x.nigao"),
        ("new", "--template", "none", "--place", "云溪县", "--years", "2026-2030", "-o", "x.nigao"),
        ("new", "--layer", "none", "--place", "云溪县", "--years", "2026-2030", "-o", "x.nigao"),
    ],
)  # fmt: skip
def test_wrong_use_is_one_sentence_and_exit_2(arguments, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, *arguments)
    assert code == cli.UNUSABLE
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def bad_inputs(folder: Path) -> dict[str, Path]:
    whole = Path(SAMPLE).read_bytes()
    data = json.loads(whole)
    contents = {
        "空.txt": b"",
        "空.nigao": b"",
        "二进制.txt": bytes(range(256)) * 50,
        "二进制.docx": bytes(range(256)) * 50,
        "编码.txt": "云溪县方案".encode("utf-16-be") * 20,
        "旧版.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "半截.nigao": whole[: len(whole) // 2],
        "类型.nigao": json.dumps(data | {"blocks": 5}).encode(),
        "模板.nigao": json.dumps(data | {"template": "no-such"}).encode(),
        "未来.nigao": json.dumps(data | {"version": 99}).encode(),
        "超长.txt": "云溪县" * 20_000_000,
    }
    files = {}
    for name, content in contents.items():
        files[name] = folder / name
        files[name].write_bytes(content.encode() if isinstance(content, str) else content)
    files["没有.txt"] = folder / "没有.txt"
    files["文件夹"] = folder
    return files


@pytest.mark.parametrize(
    "name",
    ["空.txt", "空.nigao", "二进制.txt", "二进制.docx", "编码.txt", "旧版.doc", "半截.nigao", "类型.nigao",
     "模板.nigao", "未来.nigao", "超长.txt", "没有.txt", "文件夹"],
)  # fmt: skip
@pytest.mark.parametrize("command", ["check", "import"])
def test_bad_input_is_one_sentence_exit_2_and_what_was_there_stays(name, command, tmp_path, capsys):
    source = tmp_path / "in"
    source.mkdir()
    file = bad_inputs(source)[name]
    target = tmp_path / "out.nigao"
    target.write_text("what was there")
    before = file.read_bytes() if file.is_file() else None
    code, out, err = run(capsys, command, file, *(["-o", target] if command == "import" else []))
    assert code == cli.UNUSABLE
    assert len(err.strip().splitlines()) == 1
    assert "。" in err
    assert "Traceback" not in err + out
    assert target.read_text() == "what was there"
    assert before is None or file.read_bytes() == before


def test_an_unwritable_target_is_one_sentence(tmp_path, capsys):
    code, _, err = run(capsys, "export", SAMPLE, "-o", tmp_path / "no" / "a.docx")
    assert code == cli.UNUSABLE
    assert "文件夹" in err


def test_a_docx_that_is_open_elsewhere_is_left_alone(tmp_path, capsys):
    target = tmp_path / "方案.docx"
    target.write_text("open in Word")
    (tmp_path / "~$方案.docx").write_text("")
    code, _, err = run(capsys, "export", SAMPLE, "-o", target)
    assert code == cli.UNUSABLE
    assert "打开" in err
    assert target.read_text() == "open in Word"


def test_ten_megabytes_of_text_are_read_or_refused_in_bounded_time(tmp_path, capsys):
    file = tmp_path / "大.txt"
    file.write_text("一、总体要求\n加强科普工作，提高公民科学素质。\n" * 170_000, "utf-8")
    code, _, err = run(capsys, "import", file, "-o", tmp_path / "大.nigao")
    assert code == cli.UNUSABLE
    assert "。" in err


def test_the_window_is_not_loaded_by_a_command():
    script = (
        "import sys; from editor import cli; cli.main(['rules']); print([m for m in sys.modules if 'PySide6' in m])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_main_refuses_what_it_does_not_know():
    done = subprocess.run([sys.executable, "main.py", "--frobnicate"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 2
    assert "不认识" in done.stderr.decode()


def test_export_writes_one_file_a_unit_beside_the_docx(tmp_path, capsys):
    docx, units = tmp_path / "方案.docx", tmp_path / "单位.zip"
    code, out, _ = run(capsys, "export", SAMPLE, "-o", docx, "--units", units, "--reply-by", "2026-12-10")
    assert code == 0
    assert f"个单位导出征求意见稿到“{units}”。" in out
    with zipfile.ZipFile(units) as archive:
        names = archive.namelist()
        first = archive.read(names[0])
    assert names[-1] == "目录.txt"
    assert any("于2026年12月10日前反馈" in text for text in read_texts(first))


def test_a_folder_with_files_takes_excerpts_only_when_told_to(tmp_path, capsys):
    units = tmp_path / "单位"
    units.mkdir()
    (units / "别的.txt").write_text("别的", "utf-8")
    arguments = ("export", SAMPLE, "-o", tmp_path / "方案.docx", "--units", units)
    code, _, err = run(capsys, *arguments)
    assert code == cli.UNUSABLE
    assert "已有文件" in err
    assert run(capsys, *arguments, "--replace")[0] == 0
    assert len(list(units.glob("*.docx"))) > 1


def test_a_day_to_reply_by_has_to_be_one(tmp_path, capsys):
    code, _, err = run(capsys, "export", SAMPLE, "-o", tmp_path / "a.docx", "--units", tmp_path, "--reply-by", "月底")
    assert code == cli.UNUSABLE
    assert "日期应写成 2026-12-10" in err


def test_export_takes_a_profile_by_its_id_or_its_file(tmp_path, capsys):
    own = tmp_path / "本单位.json"
    own.write_text('{"name": "本单位", "margins_mm": {"top": 30}}', "utf-8")
    for profile, top in (("gbt33476", "1960"), (own, "1701")):
        docx = tmp_path / "方案.docx"
        assert run(capsys, "export", SAMPLE, "-o", docx, "--profile", profile)[0] == 0
        with zipfile.ZipFile(docx) as package:
            assert f'w:top="{top}"' in package.read("word/document.xml").decode()


def test_a_profile_that_is_unknown_or_wrong_writes_nothing(tmp_path, capsys):
    bad = tmp_path / "坏.json"
    bad.write_text('{"name": "坏", "margins_mm": {"top": 500}}', "utf-8")
    for profile, said in (("没有", "可用的有 standard、gbt33476"), (bad, "“margins_mm/top”应为15到60之间的毫米数")):
        docx = tmp_path / "方案.docx"
        code, _, err = run(capsys, "export", SAMPLE, "-o", docx, "--profile", profile)
        assert code == cli.UNUSABLE
        assert said in err
        assert not docx.exists()


def test_rules_are_switched_off_and_on_for_one_check(text_file, capsys):
    _, out, _ = run(capsys, "check", text_file)
    assert "NUM001" in out
    _, out, _ = run(capsys, "check", text_file, "--rule-off", "NUM001", "--rule-off", "NUM010")
    assert "NUM001" not in out
    assert "NUM010" not in out
    monthly = text_file.with_name("报送.txt")
    monthly.write_text(TEXT.replace("每年培训100人次。", "每月25日前报送落实情况。"), "utf-8")
    for switched in ((), ("--rule-on", "WRD009")):
        _, out, _ = run(capsys, "check", monthly, *switched)
        assert ("WRD009" in out) == bool(switched)


def test_an_unknown_rule_is_one_sentence_and_nothing_is_checked(text_file, capsys):
    code, out, error = run(capsys, "check", text_file, "--rule-off", "ABC999")
    assert (code, out) == (cli.UNUSABLE, "")
    assert error == "没有检查项“ABC999”。全部编号可用 rules 命令列出。\n"


def test_ignored_findings_are_counted(tmp_path, capsys):
    plan = tmp_path / "方案.nigao"
    document = storage.load(Path(SAMPLE)).document
    before = run(capsys, "check", SAMPLE)[1]
    block = next(block for block in document.blocks if "[2026]" in block.text)
    ignored = (Ignored("NUM001", block.id, "[2026]", "引自原文"),)
    storage.save(replace(document, metadata=replace(document.metadata, ignored=ignored)), plan)
    after = run(capsys, "check", plan)[1]
    assert "NUM001" in before
    assert "已忽略" not in before
    assert "NUM001" not in after
    assert "已忽略 1 处" in after
