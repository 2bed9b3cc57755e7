"""What holds for every source: each line has one role, no letter is lost, and importing never fails in other ways."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.importing.importer import import_text
from editor.importing.result import Imported
from editor.model.document import BlockKind
from editor.model.errors import UnreadableFile

POOL = (
    "云溪县人民政府办公室关于印发云溪县全民科学素质行动实施方案的通知",
    "关于印发云溪县全民科学素质",
    "云政办发〔2026〕5号",
    "各乡镇人民政府，县政府各部门：",
    "现将《云溪县全民科学素质行动实施方案》印发给你们，请认真执行。",
    "云溪县人民政府办公室",
    "云溪县科学技术协会",
    "2026年3月5日",
    "（此件公开发布）",
    "（联系电话：县科协，87880000）",
    "云溪县全民科学素质行动实施方案",
    "（2026—2030年）",
    "为落实国家部署，制定本方案。",
    "一、总体要求",
    "二、重点任务",
    "（一）加强科学教育。组织科技工作者进校园，每学期不少于一次。",
    "（二）农民科学素质提升行动",
    "1.办好科技节。每年举办一届，展示创新成果，扩大参与面。",
    "实施智慧助老行动。在社区开设智能手机课堂，帮助老年人识别谣言。",
    "——科普供给更加充分。三级阵地基本健全，群众身边的活动更加丰富。",
    "牵头单位：县教育局",
    "责任单位：县科协、团县委",
    "（县教育局、县科协按职责分工负责）",
    "坚持以人民为中心，推动科普资源下沉基层。",
    "附件",
    "附件：1.任务分工表",
    "2.主要指标表",
    "任务分工表",
    "序号\t任务\t单位",
    "1\t办好科技节\t县教育局",
    "抄送：县委各部门。",
    "云溪县人民政府办公室 2026年3月6日印发",
    "索引号：1133/2026-1",
    "发布日期：",
    "2026-03-06",
    "【打印】 【关闭】",
    "上一篇：某文件",
    "— 3 —",
    "目录",
    "，并抓好落实。",
    "",
    "第一部分 发展基础",
    "000012",
    "机密★1年",
    "特急",
    "云溪县农业农村局",
    "云溪县教育局 云溪县科学技术协会 文件",
    "云溪县人民政府文件",
    "云溪县人民政府令",
    "第5号",
    "云溪县全民科学素质工作会议纪要",
    "〔2026〕2号  2026年5月14日",
    "云政发〔2026〕7号　　签发人：沈远山　林秋",
    "签发人：何小满",
    "欧阳明月",
    "县长　　周望川",
    "出席：周望川、沈远山",
    "主送：云州市科学技术协会。 抄送：县委办公室。",
)
texts = st.lists(st.sampled_from(POOL), min_size=1, max_size=40).map("\n".join)
_FORM = set("（）():：。；，、— 〔〕年月日-\t")


def letters(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace() and char not in _FORM)


def kept(found: Imported) -> str:
    blocks = [block.text + "".join("".join(row) for row in block.rows) for block in found.document.blocks]
    metadata = found.document.metadata
    fields = [str(getattr(metadata, key)) for key in metadata.__dataclass_fields__ if key != "units"]
    return "".join([*blocks, *fields, *(entry.text for entry in found.noise)])


def read(text: str) -> Imported | None:
    try:
        return import_text(text)
    except UnreadableFile:
        assert not text.strip()
        return None


@settings(max_examples=150, deadline=None)
@given(texts)
def test_every_line_that_is_not_blank_has_one_role(text: str) -> None:
    found = read(text)
    if found is not None:
        expected = [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        assert list(found.roles) == expected


@settings(max_examples=150, deadline=None)
@given(texts)
def test_no_letter_is_lost(text: str) -> None:
    found = read(text)
    if found is not None:
        # Words of form that the fields stand for: 抄送, 印发 and the month and day of dates.
        form = letters("抄送主送印发签发人出席0123456789" * (text.count("\n") + 1))
        assert letters(text) - letters(kept(found)) - form == Counter()


@settings(max_examples=150, deadline=None)
@given(texts)
def test_blocks_keep_the_order_of_the_source(text: str) -> None:
    found = read(text)
    if found is not None:
        lines = [found.origin[block.id] for block in found.document.blocks]
        assert lines == sorted(lines)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_print_and_text_have_the_same_length(text: str) -> None:
    found = read(text.translate(str.maketrans("，：；？！（）", ",:;?!()")))
    if found is not None:
        for block in found.document.blocks:
            assert len(found.printed.get(block.id, block.text)) == len(block.text)
            assert (block.kind is BlockKind.HEADING) == (block.level > 0)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    read(text)
