"""Excerpts for 征求意见: every unit gets its own tasks, word for word, and nobody else's."""

import io
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.gongwen.export import Options, build_checked
from editor.gongwen.tasks import excerpts
from editor.gongwen.tasks.excerpt_letter import excerpt_document
from editor.gongwen.tasks.excerpts import LIST_NAME, Wishes, chosen_shares, export_excerpts, file_names
from editor.gongwen.tasks.unit_tasks import Role, UnitShare, unit_shares
from editor.gongwen.verify import read_texts
from editor.model.document import Document, Level, Metadata, Unit
from editor.model.errors import UnwritableFile, UserError
from templates.analysis import analyse
from templates.register import default_units
from tests.builders import plan
from tests.gongwen.sample import METADATA, sample
from tests.model.test_corpus_facts import PLANS, load, say

YUNXI = Metadata(place="云溪县", issuer="云溪县人民政府", units=default_units("云溪县", Level.COUNTY))
SAMPLE = sample(replace(METADATA, units=YUNXI.units))


def shares_of(document: Document) -> dict[str, UnitShare]:
    return {share.name: share for share in unit_shares(analyse(document))}


def first_lines(share: UnitShare) -> list[str]:
    return [task.blocks[0].text for task in share.tasks]


def texts_of(document: Document, share: UnitShare, wishes: Wishes | None = None) -> list[str]:
    """Return what the written letter to one unit says."""
    wishes = wishes or Wishes()
    letter = excerpt_document(document, share, document.metadata.issuer, wishes.sent_on, wishes.reply_by)
    return read_texts(build_checked(letter))


def test_every_task_is_in_the_files_of_its_units_and_in_no_other(tmp_path: Path) -> None:
    analysis = analyse(SAMPLE)
    report = export_excerpts(analysis, tmp_path / "单位")
    said = {file.share.name: read_texts((tmp_path / "单位" / file.name).read_bytes()) for file in report.files}
    for assignment in analysis.assignments:
        task = SAMPLE.blocks[SAMPLE.index(assignment.governs)].text
        found = (analysis.register.find(mention.text) for mention in (*assignment.lead, *assignment.responsible))
        named = {known.unit.name for known in found if known is not None}
        assert {name for name, texts in said.items() if task in texts} == named


def test_the_list_names_every_file_and_its_tasks(tmp_path: Path) -> None:
    report = export_excerpts(analyse(SAMPLE), tmp_path / "单位")
    listed = (tmp_path / "单位" / LIST_NAME).read_text("utf-8-sig")
    assert sorted(file.name for file in (tmp_path / "单位").iterdir()) == sorted(
        [LIST_NAME, *(file.name for file in report.files)]
    )
    assert "25_县科协.docx\t云溪县科学技术协会\t任务7项（牵头1项、责任6项）" in listed.splitlines()
    assert listed.startswith(f"征求意见稿目录（{report.written}个单位）")


def test_units_without_a_task_get_no_file() -> None:
    shares = shares_of(SAMPLE)
    assert "云溪县公安局" not in shares
    assert len(shares) < len(YUNXI.units)
    assert all(share.tasks for share in shares.values())


def test_short_name_alias_and_full_name_are_one_unit_under_its_full_name() -> None:
    lines = (
        "一、行动",
        "1.甲。做甲。（县科协负责）",
        "2.乙。做乙。（云溪县科学技术协会负责）",
        "3.丙。做丙。（县科学技术协会负责）",
    )
    (share,) = shares_of(plan(*lines, metadata=YUNXI)).values()
    assert (share.name, share.short) == ("云溪县科学技术协会", "县科协")
    assert first_lines(share) == list(lines[1:])


def test_a_former_name_reaches_the_unit_of_today() -> None:
    units = (Unit("culture", "云溪县文化和旅游局", "县文化旅游局", former=(("县文广新局", 2018),)),)
    document = plan("一、行动", "1.甲。做甲。（县文广新局负责）", metadata=replace(YUNXI, units=units))
    assert list(shares_of(document)) == ["云溪县文化和旅游局"]


def test_a_whole_of_many_gets_one_file() -> None:
    lines = ("一、行动", "1.甲。做甲。（各乡镇（街道）负责）", "2.乙。做乙。（县科协、各乡镇人民政府负责）")
    share = shares_of(plan(*lines, metadata=YUNXI))["各乡镇人民政府、街道办事处"]
    assert first_lines(share) == list(lines[1:])


def test_a_unit_unknown_to_the_register_keeps_its_printed_name() -> None:
    document = plan("一、行动", "1.甲。做甲。（县教研室、县科协负责）", metadata=YUNXI)
    assert list(shares_of(document)) == ["云溪县科学技术协会", "县教研室"]


def test_without_a_register_of_its_own_a_plan_is_not_told_what_its_bureau_is_called(tmp_path: Path) -> None:
    document = plan("一、行动", "1.甲。做甲。（县教委、县科协、各镇街道负责）", metadata=Metadata(place="云溪县"))
    assert set(shares_of(document)) == {"县教委", "云溪县科学技术协会", "各镇街道"}
    said = export_excerpts(analyse(document), tmp_path / "单位").said
    assert said == (
        "这份文稿还没有单位库，各单位全称按通用名称推定，请在发出前核对。",
        "2个单位（县教委、各镇街道）的全称不在单位库中，函中按正文的名称称呼。",
    )


def test_a_task_with_units_of_its_own_is_no_part_of_its_groups_task() -> None:
    document = plan(
        "一、行动",
        "（一）青少年行动",
        "面向青少年。",
        "1.甲。做甲。（县民政局负责）",
        "2.乙。做乙。",
        "牵头单位：县科协。责任单位：县妇联。",
        "（二）农民行动",
        metadata=YUNXI,
    )
    shares = shares_of(document)
    assert [block.id for block in shares["云溪县民政局"].tasks[0].blocks] == ["3"]
    assert [block.id for block in shares["云溪县科学技术协会"].tasks[0].blocks] == ["1", "2", "4", "5"]


def test_a_group_keeps_its_tasks_without_units_and_stands_above_the_others() -> None:
    document = plan(
        "一、行动",
        "（一）青少年行动",
        "面向青少年。（县科协负责）",
        "1.甲。做甲。（县民政局负责）",
        "2.乙。做乙。",
        "（二）农民行动",
        metadata=YUNXI,
    )
    shares = shares_of(document)
    assert [block.id for block in shares["云溪县科学技术协会"].tasks[0].blocks] == ["1", "2", "4"]
    assert [block.id for block in shares["云溪县民政局"].tasks[0].blocks] == ["3"]
    assert [block.id for block in shares["云溪县民政局"].tasks[0].path] == ["0", "1"]


def test_a_task_before_the_first_heading_is_not_lost() -> None:
    document = plan("#方案", "做好科普。（县科协负责）", "一、行动", metadata=YUNXI)
    (share,) = shares_of(document).values()
    assert first_lines(share) == ["做好科普。（县科协负责）"]
    assert share.tasks[0].path == ()


def test_role_and_the_other_units_are_named_as_printed() -> None:
    document = plan("一、行动", "（一）甲", "牵头单位：县科协、县教体局。责任单位：县妇联、县民政局。", metadata=YUNXI)
    lead, duty = (shares_of(document)[name].tasks[0] for name in ("云溪县科学技术协会", "云溪县妇女联合会"))
    assert (lead.role, lead.leads, lead.responsible) == (Role.LEAD, ("县教体局",), ("县妇联", "县民政局"))
    assert (duty.role, duty.leads, duty.responsible) == (Role.RESPONSIBLE, ("县科协", "县教体局"), ("县民政局",))
    shares = shares_of(document)
    assert "（摘录说明：县科协为牵头单位，共同牵头单位为县教体局，责任单位为县妇联、县民政局。）" in texts_of(
        document, shares["云溪县科学技术协会"]
    )
    assert "（摘录说明：县妇联为责任单位，牵头单位为县科协、县教体局，其他责任单位为县民政局。）" in texts_of(
        document, shares["云溪县妇女联合会"]
    )


def test_the_plans_words_stand_unchanged_under_their_headings_each_heading_once() -> None:
    share = shares_of(SAMPLE)["云溪县科学技术协会"]
    texts = texts_of(SAMPLE, share)
    own = [block.text for task in share.tasks for block in task.blocks]
    assert [text for text in texts if text in own] == own
    for heading in ("二、提升行动", "（一）青少年科学素质提升行动", "三、重点工程"):
        assert texts.count(heading) == 1
    assert texts.index("二、提升行动") < texts.index("（一）青少年科学素质提升行动") < texts.index(own[0])


def test_text_that_runs_in_after_a_heading_above_is_left_out() -> None:
    document = plan("一、行动", "（一）青少年行动。面向全县青少年。", "1.甲。做甲。（县科协负责）", metadata=YUNXI)
    (share,) = shares_of(document).values()
    texts = texts_of(document, share)
    assert "（一）青少年行动。" in texts
    assert "（一）青少年行动。面向全县青少年。" not in texts


def test_the_letter_addresses_the_unit_and_asks_for_an_answer_until_the_day() -> None:
    share = shares_of(SAMPLE)["云溪县科学技术协会"]
    texts = texts_of(SAMPLE, share, Wishes(sent_on="2026-11-26", reply_by="2026-12-10"))
    title = "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）"
    for text in (
        f"云溪县人民政府关于征求《{title}》意见的函",
        "云溪县科学技术协会：",
        "请填写回执，加盖公章后于2026年12月10日前反馈；没有意见的，也请回复。",
        "2026年11月26日",
        "（联系电话：县科协，00000000）",
        "征求意见回执",
        "联系电话",
    ):
        assert text in texts
    assert any("共7项（牵头1项，作为责任单位6项）" in text for text in texts)


def test_without_a_day_and_a_sender_nothing_is_made_up() -> None:
    document = plan("一、行动", "1.甲。做甲。（县科协负责）", metadata=replace(YUNXI, issuer=""))
    (share,) = shares_of(document).values()
    texts = texts_of(document, share)
    assert "关于征求实施方案意见的函" in texts
    assert "请填写回执，加盖公章后及时反馈；没有意见的，也请回复。" in texts
    assert not any("【" in text for text in texts)


def test_only_units_that_lead_can_be_chosen() -> None:
    analysis = analyse(SAMPLE)
    leading = {share.name for share in chosen_shares(analysis, lead_only=True)}
    assert leading == {"中共云溪县委宣传部", "云溪县科学技术局", "云溪县科学技术协会"}


def test_a_plan_without_assignments_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有找到任务分工"):
        export_excerpts(analyse(plan("一、总体要求")), tmp_path / "单位")
    with pytest.raises(UserError, match="没有牵头单位"):
        export_excerpts(analyse(plan("一、甲", "1.乙。（县科协负责）")), tmp_path / "单位", Wishes(lead_only=True))
    assert not list(tmp_path.iterdir())


def test_a_zip_holds_what_the_folder_holds(tmp_path: Path) -> None:
    analysis = analyse(SAMPLE)
    export_excerpts(analysis, tmp_path / "单位")
    export_excerpts(analysis, tmp_path / "单位.ZIP")
    with zipfile.ZipFile(tmp_path / "单位.ZIP") as archive:
        assert archive.testzip() is None
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert packed == {file.name: file.read_bytes() for file in (tmp_path / "单位").iterdir()}


def test_a_folder_that_holds_files_is_left_alone_unless_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "单位"
    folder.mkdir()
    (folder / "别的.txt").write_text("别的", "utf-8")
    with pytest.raises(UnwritableFile, match="已有文件"):
        export_excerpts(analyse(SAMPLE), folder)
    assert [file.name for file in folder.iterdir()] == ["别的.txt"]
    report = export_excerpts(analyse(SAMPLE), folder, Wishes(replace=True))
    assert len(list(folder.iterdir())) == report.written + 2
    assert [path.name for path in tmp_path.iterdir()] == ["单位"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "单位").mkdir()
    report = export_excerpts(analyse(SAMPLE), tmp_path / "单位")
    assert len(list((tmp_path / "单位").glob("*.docx"))) == report.written


class Stopped(Exception):
    """The user does not want to wait for the rest."""


def test_stopping_leaves_nothing_behind(tmp_path: Path) -> None:
    seen = []

    def stop_at_the_third(done: int, total: int, unit: str) -> None:
        seen.append((done, total, unit))
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        export_excerpts(analyse(SAMPLE), tmp_path / "单位", progress=stop_at_the_third)
    assert [done for done, _, _ in seen] == [0, 1, 2]
    assert seen[0][1:] == (28, "中共云溪县委组织部")
    assert not list(tmp_path.iterdir())


def test_a_unit_that_fails_is_reported_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(document: Document, options: Options) -> bytes:
        if document.metadata.addressees == "云溪县民政局":
            raise UnwritableFile("写不出来。", "请重试。")
        return build_checked(document, options)

    monkeypatch.setattr(excerpts, "build_checked", build)
    report = export_excerpts(analyse(SAMPLE), tmp_path / "单位")
    assert report.said == ("云溪县民政局的征求意见稿没有生成：写不出来。请重试。",)
    assert report.written == len(report.files) - 1 == len(list((tmp_path / "单位").glob("*.docx")))
    assert "没有生成" in (tmp_path / "单位" / LIST_NAME).read_text("utf-8-sig")


def test_where_every_unit_fails_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(document: Document, options: Options) -> bytes:
        raise UnwritableFile("写不出来。")

    monkeypatch.setattr(excerpts, "build_checked", build)
    with pytest.raises(UserError, match="都没有生成：写不出来"):
        export_excerpts(analyse(SAMPLE), tmp_path / "单位")
    assert not list(tmp_path.iterdir())


def test_equal_plans_give_equal_archives(tmp_path: Path) -> None:
    for name in ("甲.zip", "乙.zip"):
        export_excerpts(analyse(SAMPLE), tmp_path / name)
    assert (tmp_path / "甲.zip").read_bytes() == (tmp_path / "乙.zip").read_bytes()


@given(st.lists(st.text(max_size=90), min_size=1, max_size=12))
def test_file_names_are_good_on_every_system(names: list[str]) -> None:
    found = file_names([UnitShare(name, name, ()) for name in names])
    assert len({name.casefold() for name in found}) == len(names)
    for name in found:
        assert not set(name) & set('\\/:*?"<>|\t\r\n\0')
        assert len(name.encode()) <= 200
        assert name[:2].isdigit()
        stem = name.removesuffix(".docx")
        assert stem == stem.strip(" .")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in found:
            archive.writestr(name, b"")
        assert archive.namelist() == list(found)


def test_file_names_keep_their_order_beyond_ninety_nine() -> None:
    found = file_names([UnitShare("县科协", "县科协", ())] * 120)
    assert found[0] == "001_县科协.docx"
    assert list(found) == sorted(found)


@pytest.mark.parametrize("name", PLANS or [pytest.param("", marks=pytest.mark.skip("the corpus is not beside us"))])
def test_real_plans_give_every_unit_as_many_tasks_as_the_ground_truth(name: str) -> None:
    document, truth = load(name)
    wanted = Counter(
        unit for entry in truth["assignments"] for unit in {*entry["lead_units"], *entry["responsible_units"]}
    )
    leading = Counter(unit for entry in truth["assignments"] for unit in entry["lead_units"])
    (prefix, _), *_ = Counter(unit[:1] for unit in wanted).most_common(1)
    place = "九龙坡区" if prefix == "区" else "平阴县"
    analysis = analyse(replace(document, metadata=Metadata(place=place)))
    register = analysis.register
    found = {share.name: (len(share.tasks), share.led) for share in unit_shares(analysis)}
    say(f"{name}: {len(found)} units, {sum(count for count, _ in found.values())} tasks in their files")
    assert len(found) == len(wanted)
    for unit, count in wanted.items():
        unit = unit.replace("(", "（").replace(")", "）")
        known = register.find(unit)
        key = unit if unit in found or known is None else known.unit.name
        assert found[key] == (count, leading[unit]), unit


def test_stopping_is_possible_until_the_first_file_is_written(tmp_path: Path) -> None:
    def stop_at_the_end(done: int, total: int, unit: str) -> None:
        if done == total:
            assert unit == ""
            raise Stopped

    with pytest.raises(Stopped):
        export_excerpts(analyse(SAMPLE), tmp_path / "单位", progress=stop_at_the_end)
    assert not list(tmp_path.iterdir())
