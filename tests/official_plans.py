"""Random notices with plans of 云溪县 in every format, for the law of the round trip through docx."""

from datetime import date

from hypothesis import strategies as st

from editor.model.document import Block, BlockKind, Document, Form, Metadata, Seal, new_id

_PLACE = "云溪县"
_BODIES = (
    "云溪县人民政府",
    "云溪县人民政府办公室",
    "云溪县科学技术协会",
    "云溪县教育局",
    "云溪县农业农村局",
    "云溪县卫生健康委员会",
    "中共云溪县委宣传部",
    "云溪县总工会",
    "云溪县妇女联合会",
)
_SHORT = ("县教育局", "县科协", "县农业农村局", "县卫生健康委", "县委宣传部", "县总工会", "团县委", "各乡镇（街道）")
_PEOPLE = ("沈远山", "林秋", "欧阳明月", "何小满", "陆青禾", "周望川")
_POSTS = ("县长", "局长", "云溪县人民政府县长", "主任", "部长", "主席")
_TOPICS = ("科普进村", "山区科学教育", "全民科学素质行动", "茶园里的科学课", "流动科技馆巡展", "健康科普")
_TASKS = (
    "办好山里的科学课",
    "建设村级科普小站",
    "培训田头讲师",
    "开放水文站和林场",
    "编一本看得懂的用药手册",
    "修好村组广播",
    "让手机成为新农具",
    "选聘科普员",
)
_SENTENCES = (
    "每学期由乡镇中心学校统一安排，课时不少于两节。",
    "讲解词由技术人员和教师一起写，没有学过的人也能听懂。",
    "经费从年度科普专项中列支，结余结转下年使用。",
    "到2030年，每个乡镇至少有1处常年开放的阵地。",
    "活动不收费、不评比，结束后由受训农户打分。",
    "“有用、好懂、可信”是检验讲座的三条标准——做不到就重来。",
    "雨雪天气停办，改期另行公布。",
)
_RESOLVES = (
    "请结合实际抓好落实。",
    "经县政府同意，现就有关事项说明如下。",
    "所需器材由县科协统一采购，于每年三月底前发放到乡镇。",
    "实施中遇到的问题，请及时与县科协联系。",
)
_PARTS = ("总体要求", "重点任务", "保障措施")
_CHINESE = "一二三四五六七八"

sentences = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=3, unique=True).map("".join)
units = st.lists(st.sampled_from(_SHORT), min_size=1, max_size=4, unique=True).map("、".join)
people = st.lists(st.sampled_from(_PEOPLE), min_size=1, max_size=5, unique=True)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31)).map(date.isoformat)


def _heading(level: int, text: str) -> Block:
    return Block(new_id(), BlockKind.HEADING, text, level)


def _paragraph(text: str) -> Block:
    return Block(new_id(), BlockKind.PARAGRAPH, text)


@st.composite
def _tasks(draw: st.DrawFn) -> list[Block]:
    """A group of tasks with their units in one of the ways plans name them."""
    style = draw(st.sampled_from(("note", "line", "two lines")))
    names = draw(st.lists(st.sampled_from(_TASKS), min_size=2, max_size=4, unique=True))
    blocks = []
    for number, name in enumerate(names, 1):
        note = f"（{draw(units)}按职责分工负责）" if style == "note" else ""
        blocks.append(_heading(3, f"{number}.{name}。{draw(sentences)}{note}"))
    if style == "line":
        blocks.append(_paragraph(f"牵头单位：{draw(st.sampled_from(_SHORT))}。责任单位：{draw(units)}。"))
    if style == "two lines":
        blocks.append(_paragraph(f"牵头单位：{draw(st.sampled_from(_SHORT))}"))
        blocks.append(_paragraph(f"责任单位：{draw(units)}"))
    return blocks


@st.composite
def _annexes(draw: st.DrawFn) -> tuple[list[Block], list[Block]]:
    """The notes that announce annexes, and the annexes, each a table or text."""
    names = draw(st.lists(st.sampled_from(("年度指标表", "科普场馆名单", "活动安排")), max_size=2, unique=True))
    notes, annexes = [], []
    for number, name in enumerate(names, 1):
        single = len(names) == 1
        label = "附件：" if number == 1 else ""
        notes.append(Block(new_id(), BlockKind.ANNEX_NOTE, f"{label}{'' if single else f'{number}.'}{name}"))
        annexes.append(Block(new_id(), BlockKind.ANNEX, "附件" if single else f"附件{number}"))
        annexes.append(Block(new_id(), BlockKind.TITLE, name))
        rows = tuple((str(row), draw(st.sampled_from(_TASKS)), draw(days)) for row in range(1, 4))
        annexes.append(Block(new_id(), BlockKind.TABLE, rows=(("序号", "内容", "时间"), *rows)))
    return notes, annexes


@st.composite
def plans(draw: st.DrawFn, title: str) -> tuple[Block, ...]:
    """The blocks of a plan: title, preamble, parts with run-in and own-line headings, annexes."""
    blocks = [Block(new_id(), BlockKind.TITLE, title), _paragraph(f"为{draw(st.sampled_from(_TASKS))}，制定本方案。")]
    blocks += [_heading(1, f"一、{_PARTS[0]}"), _paragraph(draw(sentences))]
    blocks.append(_heading(1, f"二、{_PARTS[1]}"))
    groups = draw(st.lists(st.sampled_from(_TOPICS), min_size=1, max_size=3, unique=True))
    for at, group in enumerate(groups):
        blocks.append(_heading(2, f"（{_CHINESE[at]}）{group}行动"))
        blocks += draw(_tasks())
    blocks.append(_heading(1, f"三、{_PARTS[2]}"))
    blocks.append(_heading(2, f"（一）加强统筹。{draw(sentences)}"))
    blocks.append(_heading(2, f"（二）保障经费。{draw(sentences)}"))
    notes, annexes = draw(_annexes())
    return (*blocks, *notes, *annexes)


def _title(form: Form, issuers: list[str], plan: str) -> str:
    match form:
        case Form.ORDER | Form.MINUTES:
            return ""
        case Form.UPWARD:
            return f"{' '.join(issuers)}关于报送{plan}的请示"
        case Form.LETTER:
            return f"{issuers[0]}关于商请支持{plan}的函"
    return f"{' '.join(issuers)}关于印发{plan}的通知"


_NUMBERS = {Form.ORDER: "第{}号", Form.MINUTES: "〔2026〕{}号", Form.LETTER: "云政办函〔2026〕{}号"}
_MARKS = {Form.ORDER: "{}令", Form.MINUTES: "云溪县全民科学素质工作会议纪要", Form.LETTER: "{}"}


@st.composite
def official_plans(draw: st.DrawFn, form: Form, seal: Seal) -> Document:
    """A plan with its notice in one format and one way of signing; fields that have no place there are filled too."""
    issuers = draw(st.lists(st.sampled_from(_BODIES), min_size=1, max_size=3, unique=True))
    plan = f"{_PLACE}{draw(st.sampled_from(_TOPICS))}实施方案（2026—2030年）"
    maybe = st.booleans()
    receivers = draw(st.sampled_from(("各乡镇人民政府，县政府各部门", "县人民政府", "云州市科学技术协会")))
    metadata = Metadata(
        place=_PLACE,
        form=form,
        seal=seal,
        copy_number="000021" if draw(maybe) else "",
        secrecy=draw(st.sampled_from(("", "机密★1年", "秘密★3个月"))),
        urgency=draw(st.sampled_from(("", "特急", "加急"))),
        issuer=issuers[0],
        joint_issuers="、".join(issuers[1:]),
        signers="、".join(draw(people)),
        issuer_mark=_MARKS.get(form, "{}文件").format(issuers[0]) if draw(maybe) or form is Form.MINUTES else "",
        doc_number=_NUMBERS.get(form, "云科协发〔2026〕{}号").format(draw(st.integers(1, 200))),
        notice_title=_title(form, issuers, plan),
        addressees=receivers,
        notice_body="\n".join(
            (f"现将《{plan}》印发给你们。", *draw(st.lists(st.sampled_from(_RESOLVES), max_size=3, unique=True)))
        ),
        signature_date=draw(days),
        signatory_post="；".join(draw(st.sampled_from(_POSTS)) for _ in issuers),
        signatory="；".join(draw(st.permutations(_PEOPLE))[: len(issuers)]) if draw(maybe) else "",
        attendees="、".join(draw(people)),
        absentees="、".join(draw(people)) if draw(maybe) else "",
        observers="县融媒体中心、县图书馆负责同志" if draw(maybe) else "",
        contact="联系电话：县科协，00000000" if draw(maybe) else "",
        availability="此件公开发布" if draw(maybe) else "",
        copy_to="县委办公室，县人大常委会办公室" if draw(maybe) else "",
        printing_office=f"{issuers[0]}办公室" if draw(maybe) else "",
        printing_date=draw(days),
    )
    return Document("kexue-suzhi", metadata, draw(plans(plan)))
