"""A made-up notice and plan of 云溪县, about eight pages, that the tests of the export share."""

from editor.model.document import Block, BlockKind, Document, Metadata

METADATA = Metadata(
    place="云溪县",
    issuer="云溪县人民政府",
    doc_number="云政发〔2026〕3号",
    notice_title="云溪县人民政府关于印发云溪县全民科学素质行动规划纲要实施方案（2026—2030年）的通知",
    addressees="各乡镇人民政府，各街道办事处，县经济开发区管委会，县政府各部门、各直属机构",
    notice_body="现将《云溪县全民科学素质行动规划纲要实施方案（2026—2030年）》印发给你们，请结合实际抓好落实。",
    signature_date="2026-03-05",
    contact="联系电话：县科协，00000000",
    availability="此件公开发布",
    copy_to="县委各部门，县人大常委会办公室，县政协办公室，县法院，县检察院，县人武部，各人民团体，各驻云企事业单位",
)

_OPENING = (
    "为把科学普及放在与科技创新同等重要的位置，持续提升全县公民科学素质，依据《全民科学素质行动规划纲要（2021—2035年）》"
    "（国发〔2021〕9号，以下简称《科学素质纲要》）和江东省、云州市有关部署，结合云溪山多、镇散、青壮年外出务工比例高的实际，制定本方案。"
)

_GOALS = (
    "到2030年，全县公民具备科学素质的比例达到19％以上，城乡、镇域之间的差距明显缩小；建成县级科普教育基地12家以上，"
    "每个乡镇（街道）至少有1处常年开放的科普阵地；科普“进得了村、留得住人、说得清理”，尊重科学、讲求实证在乡村成为风气——"
    "遇事先问依据，办事多看数据，传言不过夜。"
)

# Group, the unit line under it (empty: each task carries its own), tasks with their text and units.
_ACTIONS = (
    (
        "青少年科学素质提升行动",
        (
            (
                "上好每一节科学课",
                "配齐中小学科学课专任教师，开足实验课时，每学期由县教研室抽查一次实验开出情况并在全县通报。建立县域实验教师流动教学制度，让片区内没有专用实验室的教学点也能按周做实验。",
                "县教育局、县科协",
            ),
            (
                "办好没有围墙的科学课堂",
                "依托云溪林场、县水文站、三处小型水电站和县博物馆开设研学点，编写一套讲本地山水和工程的活动手册，每名学生在小学和初中阶段各走进一次。",
                "县教育局、县林业局、县水利局、县文化和旅游局",
            ),
            (
                "护住孩子的好奇心",
                "每年举办一届“小小发明家”比赛，作品从生活中来、到生活中去，不评比耗材和外观；对山区学校的参赛小组补助往返路费。",
                "团县委、县科协、县教育局",
            ),
        ),
    ),
    (
        "农民科学素质提升行动",
        (
            (
                "把课堂开到田头",
                "围绕茶叶、油茶和淡水鱼三项主导产业，组建12支田头讲师队，农闲讲原理、农忙讲操作，每年培训不少于6000人次，由受训农户打分决定讲师是否续聘。",
                "县农业农村局、县科协、各乡镇人民政府",
            ),
            (
                "让手机成为新农具",
                "教会农户用手机看墒情、识病虫、查价格、防诈骗，编印大字版操作卡，做到户均一张；村级信息员每月走访一次独居老人和脱贫户。",
                "县农业农村局、县委网信办、县妇联",
            ),
        ),
    ),
    (
        "产业工人科学素质提升行动",
        (
            (
                "建好车间里的学堂",
                "支持规模以上企业设立工匠讲堂，鼓励技师带徒、岗位练兵，把安全生产和职业健康列为每次培训的第一课，培训记录与岗位津贴挂钩。",
                "县总工会、县人力资源和社会保障局、县应急管理局",
            ),
            (
                "办好“五小”创新擂台",
                "每年举办一次小发明、小创造、小革新、小设计、小建议擂台赛，获奖成果由县工业和信息化局帮助对接生产线，三个月内给出能不能用的答复。",
                "县总工会、县工业和信息化局",
            ),
        ),
    ),
    (
        "老年人科学素质提升行动",
        (
            (
                "健康知识送到床前",
                "家庭医生签约服务同时送一次健康讲解，讲清慢性病怎样吃药、怎样走动、什么情况必须就医；每个村卫生室张贴一张看得懂的用药图。",
                "县卫生健康局、县医疗保障局",
            ),
            (
                "帮老年人跨过数字坎",
                "在镇村便民服务点设“银发小板凳”，由青年志愿者手把手教挂号、缴费和视频通话，同时保留人工窗口和现金服务。",
                "县民政局、团县委、县政务服务数据局",
            ),
        ),
    ),
    (
        "领导干部和公务员科学素质提升行动",
        (
            (
                "科学精神进党校",
                "把科学思想和科学方法列为县委党校主体班次必修内容，每班不少于两个学时，案例以本县水旱灾害防御和项目论证的得失为主。",
                "县委组织部、县委党校",
            ),
            (
                "用科学方法办事",
                "重大项目论证必须附数据来源和不同意见，公务员录用和任职培训增加科学决策、风险沟通内容，考核结果进入年度述职。",
                "县人力资源和社会保障局、县科协",
            ),
        ),
    ),
)

_PROJECTS = (
    (
        "科技资源科普化工程",
        "牵头单位：县科学技术局。责任单位：县科协、县发展和改革局、县自然资源局、县气象局。",
        (
            (
                "开放一批看得见的科技现场",
                "水文站、气象站、污水处理厂和林木种苗基地每季度开放一天，开放日程年初一次公布，讲解词由科技人员和中学教师共同写。",
            ),
            (
                "用好一批讲得清的科技人员",
                "科研和技术项目结题时同步提交一份面向群众的说明，字数不限，要求没有学过的人能够读懂。",
            ),
        ),
    ),
    (
        "科普信息化提升工程",
        "牵头单位：县委宣传部。责任单位：县融媒体中心、县科协、县委网信办。",
        (
            (
                "办一个本地人爱看的栏目",
                "县融媒体中心开办《云溪问号》栏目，每周回答一个本县群众提出的真问题，一年不少于50期，答案注明依据。",
            ),
            (
                "把传言截在半路",
                "建立传言核查小组，遇到涉及食品、疫病、灾害的传言，12小时内查明并发布结论，事后公布查证过程。",
            ),
            ("让大喇叭说科学话", "修好全县217个村组广播，每天早晚各播5分钟农时、天气和健康提示，用方言说、用短句说。"),
        ),
    ),
    (
        "基层科普能力提升工程",
        "牵头单位：县科协。责任单位：县委组织部、县委社会工作部、县财政局、各乡镇人民政府（街道办事处）。",
        (
            ("一镇一站", "每个乡镇（街道）依托党群服务中心设立科普服务站，有人管、有地方、有器材、有活动记录。"),
            (
                "一村一员",
                "每个行政村明确一名科普员，优先从教师、村医和返乡青年中选聘，补助标准由县财政局会同县科协确定。",
            ),
        ),
    ),
)

_SAFEGUARDS = (
    (
        "加强组织领导",
        "县全民科学素质工作领导小组每半年听取一次进展情况，领导小组办公室设在县科协，负责日常调度和督促。",
    ),
    (
        "保障经费投入",
        "县、镇两级把科普经费列入财政预算并保持稳定增长，专款专用，鼓励企业和社会力量捐助设施、认领项目。",
    ),
    ("严格考核评估", "2028年开展中期评估，2030年底进行总结评估，评估采用随机走访和公开数据，结果向社会公布。"),
)


class Builder:
    """Collects blocks with running ids."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def add(self, kind: BlockKind, text: str = "", level: int = 0, rows: tuple[tuple[str, ...], ...] = ()) -> str:
        block = Block(f"b{len(self.blocks)}", kind, text, level, rows=rows)
        self.blocks.append(block)
        return block.id


def plan_blocks() -> tuple[Block, ...]:
    """The blocks of the plan: three assignment styles, run-in and own-line headings of all levels."""
    build = Builder()
    build.add(BlockKind.TITLE, "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）")
    build.add(BlockKind.PARAGRAPH, _OPENING)
    build.add(BlockKind.HEADING, "一、总体要求", 1)
    build.add(
        BlockKind.HEADING,
        "（一）指导思想。坚持以人民为中心的发展思想，把“普及、实用、可信”贯穿始终，推动科普工作从有没有转向好不好，以科学素质的提升支撑县域经济社会高质量发展。",
        2,
    )
    build.add(BlockKind.HEADING, "（二）工作原则", 2)
    build.add(BlockKind.HEADING, "1.实事求是。从群众最需要弄明白的事情做起，不搞花架子，不下硬指标。", 3)
    build.add(BlockKind.HEADING, "2.共建共享。部门出题、镇村答题、群众评题，把散在各处的设施和人员用起来。", 3)
    build.add(BlockKind.HEADING, "（1）部门之间共享场地和讲师。", 4)
    build.add(BlockKind.HEADING, "（2）镇村之间共享设备和活动。", 4)
    build.add(BlockKind.HEADING, "（三）主要目标。" + _GOALS, 2)
    build.add(BlockKind.HEADING, "二、提升行动", 1)
    build.add(BlockKind.PARAGRAPH, "面向五类人群开展5项提升行动。")
    for at, (group, tasks) in enumerate(_ACTIONS):
        build.add(BlockKind.HEADING, f"（{'一二三四五'[at]}）{group}", 2)
        for number, (task, text, units) in enumerate(tasks, 1):
            build.add(BlockKind.HEADING, f"{number}.{task}。{text}（{units}按职责分工负责）", 3)
    build.add(BlockKind.HEADING, "三、重点工程", 1)
    for at, (group, line, works) in enumerate(_PROJECTS):
        build.add(BlockKind.HEADING, f"（{'一二三'[at]}）{group}", 2)
        for number, (task, text) in enumerate(works, 1):
            build.add(BlockKind.HEADING, f"{number}.{task}。{text}", 3)
        build.add(BlockKind.PARAGRAPH, line)
    build.add(BlockKind.HEADING, "四、保障措施", 1)
    for at, (heading, text) in enumerate(_SAFEGUARDS):
        build.add(BlockKind.HEADING, f"（{'一二三'[at]}）{heading}", 2)
        build.add(BlockKind.PARAGRAPH, text)
    return tuple(build.blocks)


def sample(metadata: Metadata = METADATA) -> Document:
    """The notice and plan of 云溪县."""
    return Document("kexue-suzhi", metadata, plan_blocks())
