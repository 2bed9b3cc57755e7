# ruff: noqa: E501 - sample lines are as long as real ones
"""Forms met in crawls of plans: each case shows one kind of line with the role it must get, in its surroundings."""

import pytest

from editor.importing.importer import import_text, plan_title
from editor.importing.result import Imported
from editor.model.outline import outline, walk

TITLE = "notice-title|云溪县人民政府办公室关于印发云溪县全民科学素质行动实施方案的通知"
RECEIVERS = "addressees|各乡镇人民政府，县政府各部门："
ISSUED = "notice-body|现将《云溪县全民科学素质行动实施方案》印发给你们，请认真执行。"
HEAD = f"{TITLE}\n{RECEIVERS}\n{ISSUED}"
SIGNED = "signature-issuer|云溪县人民政府办公室\nsignature-date|2026年3月5日"
PLAN = """plan-title|云溪县全民科学素质行动实施方案
preamble|为落实国家部署，制定本方案。
heading-1|一、⟦总体要求⟧
paragraph|坚持以人民为中心，把普及科学知识与服务群众生产生活结合起来，推动科普资源下沉。
heading-1|二、⟦主要任务⟧
heading-2|（一）⟦办好科技节⟧。每年举办一届，展示创新成果，扩大参与面。
heading-2|（二）⟦办好科普讲堂⟧。每季度举办一期，邀请农技人员授课。"""

CASES = {
    "sealed by another body": f"{HEAD}\nsignature-issuer|云溪县全民科学素质工作领导小组\nsignature-issuer|（县科协代章）\nsignature-date|2026年3月5日\n{PLAN}",
    "sealed, year and month only": f"{HEAD}\nsignature-issuer|云溪县科学技术协会\nsignature-issuer|（代章）\nsignature-date|2026年3月\n{PLAN}",
    "letters of the signature spread": f"{HEAD}\nsignature-issuer|云 溪 县 人 民 政 府\nsignature-date|2026年3月5日\n{PLAN}",
    "place name replaced": f"{HEAD}\nsignature-issuer|XX县人民政府办公室\nsignature-date|2026年3月5日\n{PLAN}",
    "sent to the townships": f"{HEAD}\n{SIGNED}\navailability|（此件发至乡级）\n{PLAN}",
    "published on request": f"{HEAD}\n{SIGNED}\navailability|（此件删减后公开）\n{PLAN}",
    "way of publication below the signature": f"{HEAD}\n{SIGNED}\navailability|公开方式：主动公开\n{PLAN}",
    "number runs into the title": f"{TITLE}云政办„2026‟5号\n{RECEIVERS}\n{ISSUED}\n{SIGNED}\n{PLAN}",
    "page list without marks": f"metadata|名称 云溪县人民政府办公室关于印发云溪县全民科学素质行动实施方案的通知\nmetadata|索引号 000014349/2026-00055\nmetadata|生成日期 2026-03-05\nmetadata|文号 云政办发〔2026〕3号\n{HEAD}\n{SIGNED}\n{PLAN}",
    "page list with empty keys": f"metadata|索引号：003125/202603-00012 信息分类：通知\nmetadata|词： 内容概述： 废止日期：\n{HEAD}\n{SIGNED}\n{PLAN}",
    "line of date and source": f"noise|云溪县印发全民科学素质行动实施方案\nmetadata|2026-03-20 08:12:33   来源：云溪发布   编辑：佚名\n{PLAN}",
    "links below the plan": f"{PLAN}\nnoise|相关附件：\nnoise|1.云溪县全民科学素质行动实施方案.pdf\nnoise|关联文件：\nnoise|（来源：云溪发布）",
    "an annex that is a link": f"{HEAD}\n{SIGNED}\n{PLAN}\nnoise|附件：\nnoise|云政办发〔2026〕3号.pdf",
    "copies of the imprint": f"{HEAD}\n{SIGNED}\n{PLAN}\nmetadata|云溪县人民政府办公室  2026年3月6日印发\nmetadata|（共印60份）",
    "words of buttons in the text": f"{PLAN}\nparagraph|科普中国客户端下载、注册信息员5000名；\nparagraph|体育彩票公益金支持科普项目，每年不少于10个；\nheading-2|（三）⟦完善阵地⟧。完成科普场所无障碍改造，实行免费开放。",
    "hosts among the labels": f"{PLAN}\nassignment|主办单位：县教育局　协办单位：县科协、县妇联\nheading-2|（三）⟦完善阵地⟧。完成场馆改造，实行免费开放，丰富展教内容。",
    "dashes that are a list": f"{PLAN}\nheading-2|（三）⟦完成指标⟧\nparagraph|——公民具备科学素质的比例达到13%；\nparagraph|——建成科普教育基地20个；\nparagraph|——科技志愿者达到8000人。",
    "dashes that are sentences": f"{PLAN}\nheading-2|（三）⟦完善机制⟧\nparagraph|——选树一批科普带头人，发挥示范作用。\nparagraph|——组织医务人员开展咨询，每季度不少于1次。",
    "dashes that are titles": f"{PLAN}\nheading-2|（三）⟦完善机制⟧\nheading-3|——⟦选树科普带头人⟧。发挥其示范作用，带动更多群众参与科普。\nheading-3|——⟦组织健康咨询⟧。每季度不少于1次，方便群众就近参加。",
    "number and stop parted": f"{PLAN}\nheading-2|（三）⟦完善阵地⟧\nheading-3|1 .⟦建好科技馆⟧。完善展陈内容，实行免费开放，丰富教育活动。\nheading-3|2 .⟦用好科普画廊⟧。定期更新内容，方便群众随时阅读和了解。",
    "parts without numbers": "plan-title|云溪县全民科学素质行动实施方案\nheading-1|⟦前　言⟧\nparagraph|科学素质关系一个地方的发展后劲，关系每个家庭的生活质量。\nheading-1|⟦指导思想、原则和目标⟧\nheading-2|（一）⟦指导思想⟧\nparagraph|坚持以人民为中心的发展思想，推动全县科普工作高质量发展。\nheading-2|（二）⟦目标⟧\nparagraph|全县公民科学素质水平稳步提高，城乡差距明显缩小。",
}


def read(case: str) -> tuple[list[tuple[str, str]], Imported]:
    lines = [(role, text) for role, _, text in (line.partition("|") for line in case.split("\n"))]
    return lines, import_text("\n".join(text.replace("⟦", "").replace("⟧", "") for _, text in lines))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_line_gets_its_role_and_every_heading_its_title(case: str) -> None:
    lines, found = read(case)
    expected = [(number, role) for number, (role, _) in enumerate(lines, 1)]
    assert [(number, str(role)) for number, role in found.roles.items()] == expected
    titles = [text[text.index("⟦") + 1 : text.index("⟧")] for role, text in lines if role.startswith("heading")]
    assert [section.title for section in walk(outline(found.document))] == titles
    assert plan_title(found.document) == "云溪县全民科学素质行动实施方案"


@pytest.mark.parametrize(
    ("case", "key", "value"),
    [
        ("sealed by another body", "issuer", "云溪县全民科学素质工作领导小组"),
        ("letters of the signature spread", "issuer", "云溪县人民政府"),
        ("sent to the townships", "availability", "此件发至乡级"),
        ("number runs into the title", "doc_number", "云政办〔2026〕5号"),
        ("number runs into the title", "notice_title", TITLE.partition("|")[2]),
        ("page list without marks", "doc_number", "云政办发〔2026〕3号"),
    ],
)
def test_metadata_are_taken_from_such_lines(case: str, key: str, value: str) -> None:
    assert getattr(read(CASES[case])[1].document.metadata, key) == value


def test_bodies_that_sign_beside_each_other_stay_apart() -> None:
    _, found = read(f"{HEAD}\nx|云溪县科学技术协会      云溪县教育局\nx|云溪县农业农村局\nx|2026年3月5日\n{PLAN}")
    assert found.document.metadata.issuer == "云溪县科学技术协会"
    assert found.document.metadata.joint_issuers == "云溪县教育局、云溪县农业农村局"


def test_a_heading_glued_to_a_quotation_is_cut_there() -> None:
    _, found = read(
        f"{PLAN}\nx|三、组织实施“科普进万家”由县科协统一安排，各成员单位按照任务清单逐项落实，每季度调度一次，年底通报结果。"
    )
    assert [section.title for section in walk(outline(found.document))][-1] == "组织实施"
