"""Repetition bait: every rule gets through long hostile texts, and what it says still points into them."""

import pytest

from editor.model.document import Block, BlockKind, Document
from templates.analysis import analyse
from tests.validators.examples import small_plan
from validators.engine import Validator

BAITS = (
    *("（", "“", "《", "【", "）", "[", "。", "，", "、等", "《甲》、", "<p ", '"科', "科 ", "\u200b", "一是、"),
    *("〔2021〕", "云政发〔2021〕", "2021-", "二〇", "1月1日", "电话2", "约1", "至少科", "1.1～1.1"),
    *("{{", "（请填", "科X个", "科  个", "a(科", "按附件1", "目的的", "03月", "抓3项任务"),
    *("其它", "推进", "年底前1余人", "2021年底前", "实施（2021年", "牵头单位：", "附件：1."),
)


@pytest.mark.parametrize("bait", BAITS)
@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.HEADING])
def test_a_long_repetition_is_checked_and_every_range_lies_inside(bait: str, kind: BlockKind) -> None:
    text = bait * (6000 // len(bait))
    metadata = small_plan((), signature_date="2026-01-01", addressees="各镇人民政府").metadata
    document = Document("", metadata, (Block("0", kind, text, 1 if kind is BlockKind.HEADING else 0),))
    found = Validator().run(analyse(document))
    assert "SYS001" not in {one.code for one in found}
    assert all(
        0 <= one.range.start <= one.range.end <= len(text) for one in found if one.range and one.range.block_id == "0"
    )
