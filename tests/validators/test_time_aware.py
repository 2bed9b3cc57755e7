"""A plan is judged by its own date: the same text is sound in one year and behind in another."""

from datetime import date

import pytest

from editor.model.document import Document, Metadata
from templates.analysis import analyse
from tests.validators.examples import small_plan
from validators.diagnostic import Diagnostic
from validators.engine import Validator
from validators.plan_date import PlanDate, plan_date, signed_on
from validators.time_limits import time_limits

LINES = (
    "为贯彻党的十九大和十九届历次全会精神，实施2002年颁布的《中华人民共和国科学技术普及法》，为做好“十四五”时期科普工作，制定本方案。",
    "一、提升行动",
    "（一）老年人科学素质提升行动",
    "由县乡村振兴局组织宣讲，办好全国科普日活动。",
    "牵头单位：县卫生健康局。责任单位：县民政局、县扶贫办。",
)
BEHIND = {"WRD031", "WRD032", "WRD033", "REF024", "UNI009", "UNI050", "UNI051"}


def plan(**metadata: object) -> Document:
    return small_plan(LINES, **metadata)


def found_by_time(document: Document) -> dict[str, Diagnostic]:
    return {one.code: one for one in Validator().run(analyse(document)) if one.code in BEHIND | {"WRD030", "REF025"}}


def test_a_plan_of_its_time_is_not_blamed_for_what_came_later() -> None:
    assert found_by_time(plan(signature_date="2021-04-20", period_start=2021, period_end=2025)) == {}


@pytest.mark.parametrize(
    "metadata",
    [
        {"signature_date": "2026-06-01"},
        {"printing_date": "2026-06-01"},
        {"period_start": 2026, "period_end": 2030},
        {"signature_date": "2026年  月  日"},
    ],
    ids=["signed", "printed", "period", "year-only"],
)
def test_the_same_text_years_later_is_behind(metadata: dict[str, object]) -> None:
    assert set(found_by_time(plan(**metadata))) == BEHIND


def test_a_finding_brings_the_date_and_the_source_of_its_fact() -> None:
    found = found_by_time(plan(signature_date="2026-06-01"))
    told = {code: one.message + one.explanation + one.source for code, one in found.items()}
    assert "2025年10月20日" in told["WRD031"]
    assert "第四次全体会议公报" in told["WRD031"]
    assert "2024年12月25日" in told["WRD032"]
    assert "2024年12月25日" in told["REF024"]
    assert "2021—2025年" in told["WRD033"]
    assert "2021年2月25日" in told["UNI009"]
    assert "2023年3月16日" in told["UNI050"]
    assert "2023年9月24日" in told["UNI051"]


def test_a_plan_without_any_date_is_not_judged_by_time() -> None:
    assert found_by_time(plan()) == {}


def test_a_meeting_the_facts_do_not_know_is_left_alone() -> None:
    document = small_plan(("一、要求", "贯彻党的二十届四中、五中全会精神。"), signature_date="2026-11-06")
    assert found_by_time(document) == {}


def test_a_plan_in_circulation_while_a_congress_meets_is_not_behind_yet() -> None:
    text = ("一、要求", "深入贯彻党的十九大和十九届历次全会精神。")
    behind = {
        day: "WRD031" in found_by_time(small_plan(text, signature_date=day))
        for day in ("2022-11-07", "2023-01-20", "2023-01-21")
    }
    assert behind == {"2022-11-07": False, "2023-01-20": False, "2023-01-21": True}


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({"signature_date": "2026-03-02"}, ("2026-03-02", "2026-03-02")),
        ({"signature_date": "2026年3月2日"}, ("2026-03-02", "2026-03-02")),
        ({"signature_date": "2026年2月30日"}, ("2026-02-01", "2026-02-28")),
        ({"signature_date": "2026年  月  日"}, ("2026-01-01", "2026-12-31")),
        ({"printing_date": "2026-03-05"}, ("2026-03-05", "2026-03-05")),
        ({"signature_date": "", "period_start": 2026, "period_end": 2030}, ("2026-01-01", "2030-12-31")),
        ({"period_start": 2026}, ("2026-01-01", "2030-12-31")),
        ({"period_start": 3}, None),
        ({}, None),
    ],
)
def test_a_plans_date(metadata: dict[str, object], expected: tuple[str, str] | None) -> None:
    found = plan_date(Metadata(**metadata))  # type: ignore[arg-type]
    assert found == (PlanDate(*(date.fromisoformat(day) for day in expected)) if expected else None)


def test_a_period_is_no_signature() -> None:
    assert signed_on(Metadata(period_start=2026, period_end=2030)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("启动实施（2026年），做好动员。", ["2026-12-31"]),
        ("第一阶段（2026年3月—2027年6月），部署。", ["2027-06-30"]),
        ("启动阶段（2026年1—2月）", ["2026-02-28"]),
        ("启动阶段：2026年3月—2026年6月。", ["2026-06-30"]),
        ("总结评估（2030年下半年）", ["2030-12-31"]),
        ("2027年6月15日前、2028年上半年前完成", ["2027-06-15", "2028-06-30"]),
        ("2027年13月底前完成，2027年2月30日前完成", []),
        ("总结《实施方案（2016—2020年）》，2025年底前已完成", []),
    ],
)
def test_the_last_day_of_phases_and_deadlines(text: str, expected: list[str]) -> None:
    assert [one.until.isoformat() for one in time_limits(text)] == expected
