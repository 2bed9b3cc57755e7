# ruff: noqa: E501 - sample lines are as long as real ones
"""Made-up plans of 云溪县 as web pages and Word files show them; each line carries the role it must get.

`role|text`; in a heading ⟦…⟧ encloses the title that must be found. A line without `|` is blank in the source.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sample:
    name: str
    marked: str
    metadata: dict[str, str] = field(default_factory=dict)
    plan_title: str = ""
    # heading title → (lead, responsible) of the assignment that governs it
    assignments: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)

    @property
    def lines(self) -> list[tuple[str, str]]:
        pairs = [line.partition("|") for line in self.marked.strip("\n").split("\n")]
        return [(role, text) for role, _, text in pairs]

    @property
    def text(self) -> str:
        return "\n".join(text.replace("⟦", "").replace("⟧", "") for _, text in self.lines)

    @property
    def roles(self) -> dict[int, str]:
        return {number: role for number, (role, text) in enumerate(self.lines, 1) if text.strip()}

    @property
    def headings(self) -> list[tuple[int, str, int]]:
        return [
            (int(role[-1]), text[text.index("⟦") + 1 : text.index("⟧")], number)
            for number, (role, text) in enumerate(self.lines, 1)
            if role.startswith("heading")
        ]


LABELS_ON_ONE_LINE = Sample(
    "page list with colons, number under the title, both labels on one line",
    """
noise|当前位置：首页 > 政务公开 > 县政府文件
metadata|索 引 号：11330000/2026-00017    主题分类：科技、教育
metadata|发布机构：云溪县人民政府办公室    成文日期：2026年3月5日
metadata|标    题：云溪县人民政府办公室关于印发云溪县全民科学素质行动规划纲要实施方案（2026—2030年）的通知
metadata|有 效 性：有效
noise|【字体：大 中 小】 【打印】 【关闭】
noise|分享到：
notice-title|云溪县人民政府办公室关于印发云溪县全民科学素质行动规划纲要实施方案(2026—2030年)的通知
doc-number|云政办发〔2026〕5号
addressees|各乡、镇人民政府,街道办事处,县政府各部门、各直属机构:
notice-body|《云溪县全民科学素质行动规划纲要实施方案(2026—2030年)》已经县政府第12次常务会议通过,现印发给你们,请结合实际抓好落实。
signature-issuer|云溪县人民政府办公室
signature-date|2026年3月5日
availability|(此件主动公开)
plan-title|云溪县全民科学素质行动规划纲要实施方案(2026—2030年)
preamble|为推动全县公民科学素质稳步提升,依据《全民科学素质行动规划纲要(2021—2035年)》(国发〔2021〕9号),结合云溪实际,制定本方案。
heading-1|一、⟦总体要求⟧
heading-2|(一)⟦指导思想⟧
paragraph|坚持党对科普工作的全面领导,把普及科学知识与服务群众生产生活结合起来,推动科普资源向乡村和社区下沉。
heading-2|(二)⟦主要目标⟧
paragraph|到2030年,全县公民具备科学素质的比例超过18%,城乡差距明显缩小。
heading-1|二、⟦提升行动⟧
heading-2|(一)⟦青少年科学素质提升行动⟧
heading-3|1.⟦办好校园科学课堂⟧。支持中小学开设科学实验课,每年组织科学家进校园不少于20场,培养学生动手能力。
heading-3|2.⟦加强科技教师培训⟧。分期分批轮训科学教师,提高实验教学水平,三年内轮训一遍。
assignment|牵头单位:县教育局、县科协;责任单位:县委宣传部、县科技局、团县委
heading-2|(二)⟦农民科学素质提升行动⟧
heading-3|1.⟦开展田间科普⟧。组织农技人员进村入户,推广良种良法,每季度至少开展一次集中培训。
assignment|牵头单位:县农业农村局;责任单位:县科协、县妇联、各乡镇(街道)
heading-1|三、⟦组织实施⟧
heading-2|(一)⟦加强组织领导⟧。县全民科学素质工作领导小组统筹协调,各成员单位按照分工抓好落实。
heading-2|(二)⟦强化经费保障⟧。将科普经费列入县级财政预算,逐步提高投入水平。
noise|【打印本页】 【关闭窗口】
noise|主办单位：云溪县人民政府办公室  备案序号：ICP备00000000号
""",
    {
        "issuer": "云溪县人民政府办公室",
        "doc_number": "云政办发〔2026〕5号",
        "notice_title": "云溪县人民政府办公室关于印发云溪县全民科学素质行动规划纲要实施方案（2026—2030年）的通知",
        "addressees": "各乡、镇人民政府，街道办事处，县政府各部门、各直属机构",
        "signature_date": "2026-03-05",
        "availability": "此件主动公开",
        "place": "云溪县",
        "level": "county",
        "period": "2026-2030",
    },
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    {
        "青少年科学素质提升行动": (["县教育局", "县科协"], ["县委宣传部", "县科技局", "团县委"]),
        "农民科学素质提升行动": (["县农业农村局"], ["县科协", "县妇联", "各乡镇（街道）"]),
    },
)

LABELS_ON_TWO_LINES = Sample(
    "red head, title over three lines, unnumbered run-in headings, labels on two lines",
    """
metadata|云溪县人民政府文件

doc-number|云政发〔2026〕12号

notice-title|云溪县人民政府
notice-title|关于印发云溪县全民科学素质
notice-title|行动规划纲要实施方案的通知

addressees|各乡镇人民政府、各街道办事处，云溪经济开发区管委会，县政府各部门：
notice-body|　　现将《云溪县全民科学素质行动规划纲要实施方案》印发给你们，请认真组织实施。

signature-issuer|                    云溪县人民政府
signature-date|                    2026 年 3 月 5 日

contact|（联系人：县科协科普部，联系电话：87880000）
availability|（此件公开发布）

plan-title|云溪县全民科学素质行动规划纲要
plan-title|实施方案
plan-title|（2026—2030年）

preamble|为落实国家和省、市关于公民科学素质建设的部署，制定本方案。
heading-1|一、⟦背景和意义⟧
paragraph|科学素质是公民素质的重要组成部分。“十四五”期间，全县科普工作取得明显进展，阵地不断完善，队伍不断壮大。
paragraph|同时，基层科普力量仍显薄弱，优质科普内容供给不足，需要在新阶段加以解决。
heading-1|二、⟦提升行动⟧
paragraph|围绕重点人群，分类施策，着力提高科普工作的针对性和实效性，重点实施以下行动。
heading-2|（一）⟦实施青少年科学素质提升行动⟧。
paragraph|让每个孩子都有动手做实验的机会，在云溪的田野、工厂和课堂里爱上科学。
heading-3|⟦将科学精神融入课堂教学⟧。组织优秀科技工作者走进中小学，讲述科研故事，引导学生崇尚科学、追求真理。
heading-3|⟦提升基础教育阶段科学教育水平⟧。配齐配强科学教师，改善实验教学条件，丰富课后服务中的科学活动。
heading-3|⟦建立校内外资源衔接机制⟧。推动县科技馆、图书馆与学校结对共建，定期开放场馆，组织研学活动。
assignment|牵头单位：县教育局、县科协
assignment|责任单位：县委宣传部、县科技局、县文化和旅游局、团县委、县妇联
heading-2|（二）⟦实施老年人科学素质提升行动⟧。
paragraph|帮老人学会用手机、看懂体检单，遇事不慌、遇骗不信，安心过好晚年生活。
heading-3|⟦开展智慧助老科普⟧。在社区和养老机构开设智能手机使用课堂，帮助老年人识别网络谣言和电信诈骗。
heading-3|⟦加强健康科普服务⟧。组织医务人员进社区、进乡村，普及合理膳食、合理用药和应急避险等知识。
assignment|牵头单位：县民政局、县卫生健康局
assignment|责任单位：县委老干部局、县科协、各乡镇（街道）
heading-1|三、⟦组织实施⟧
heading-2|（一）⟦压实工作责任⟧。各成员单位要把科学素质建设列入年度计划，明确分管负责人和责任股室，定期研究部署。
heading-2|（二）⟦加强监测评估⟧。每年对任务落实情况开展评估，结果通报全县，并作为下一年度工作安排的依据。
metadata|抄送：县委各部门，县人大常委会办公室，县政协办公室。
metadata|云溪县人民政府办公室    2026年3月6日印发
""",
    {
        "issuer": "云溪县人民政府",
        "issuer_mark": "云溪县人民政府文件",
        "doc_number": "云政发〔2026〕12号",
        "notice_title": "云溪县人民政府关于印发云溪县全民科学素质行动规划纲要实施方案的通知",
        "signature_date": "2026-03-05",
        "contact": "联系人：县科协科普部，联系电话：87880000",
        "availability": "此件公开发布",
        "copy_to": "县委各部门，县人大常委会办公室，县政协办公室",
        "printing_office": "云溪县人民政府办公室",
        "printing_date": "2026-03-06",
        "period": "2026-2030",
    },
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    {
        "实施青少年科学素质提升行动": (
            ["县教育局", "县科协"],
            ["县委宣传部", "县科技局", "县文化和旅游局", "团县委", "县妇联"],
        ),
        "实施老年人科学素质提升行动": (["县民政局", "县卫生健康局"], ["县委老干部局", "县科协", "各乡镇（街道）"]),
    },
)

NOTE_PER_TASK = Sample(
    "number on the title line, no signing body, tasks that end （…按职责分工负责）",
    """
notice-title|云溪县人民政府关于印发云溪县“十五五”全民科学素质提升行动实施方案的通知（云政字[2026]8号）
metadata|发布时间：2026-03-09 10:26    来源：县政府办公室    浏览次数：120
addressees|各镇人民政府，各街道办事处，县政府各部门：
notice-body|《云溪县“十五五”全民科学素质提升行动实施方案》已经县政府同意，现印发给你们，请遵照执行。
signature-date|2026年3月5日
plan-title|云溪县“十五五”全民科学素质提升行动实施方案
preamble|为深入贯彻党中央关于科学普及的部署，制定本方案。
heading-1|一、⟦总体要求⟧
heading-2|（一）⟦指导思想⟧。坚持以人民为中心，把科普融入经济社会发展全过程，推动形成崇尚科学的社会风尚。
heading-2|（二）⟦基本原则⟧。
heading-3|1.⟦坚持需求导向⟧。围绕群众关切设计科普内容，做到群众需要什么就普及什么。
heading-3|2.⟦坚持共建共享⟧。发挥部门、学校、企业、社会组织作用，推动资源开放共享。
heading-2|（三）⟦工作目标⟧。到2030年，全县公民具备科学素质的比例达到18%以上。
heading-1|二、⟦重点任务⟧
heading-2|（一）⟦青少年科学素质提升行动⟧。
heading-3|1．⟦丰富科学教育内容⟧。开齐开足科学课程，推进实验教学，举办科技小论文（发明、制作）评选。（县教体局、团县委、县科协按职责分工负责）
heading-3|2．⟦培养后备人才⟧。对有潜质的学生开展个性化培养，搭建交流展示平台。（县教体局、县科协按职责分工负责）
heading-2|（二）⟦产业工人科学素质提升行动⟧。
heading-3|1．⟦开展技能竞赛⟧。组织多工种劳动竞赛，以赛促学、以学促用，每年不少于5场次。（县总工会、县人力资源社会保障局按职责分工负责）
heading-1|三、⟦保障措施⟧
heading-2|（一）⟦强化组织领导⟧。各镇（街道）要发挥好本区域牵头作用，明确责任人员。
noise|上一篇：云溪县2026年政府工作报告
noise|下一篇：关于调整县政府领导分工的通知
""",
    {
        "issuer": "云溪县人民政府",
        "doc_number": "云政字〔2026〕8号",
        "notice_title": "云溪县人民政府关于印发云溪县“十五五”全民科学素质提升行动实施方案的通知",
        "signature_date": "2026-03-05",
        "period": "2026-2030",
    },
    "云溪县“十五五”全民科学素质提升行动实施方案",
    {
        "丰富科学教育内容": ([], ["县教体局", "团县委", "县科协"]),
        "培养后备人才": ([], ["县教体局", "县科协"]),
        "开展技能竞赛": ([], ["县总工会", "县人力资源社会保障局"]),
    },
)

LABELLED_NOTE = Sample(
    "plan printed alone, news in front, labelled note at the end of the last task of a group",
    """
noise|您现在的位置：首页 >> 新闻中心 >> 通知公告
noise|我县印发全民科学素质行动实施方案
metadata|来源：云溪发布  作者：佚名  发布时间：2026-04-01
noise|经县政府同意，近日，县政府办公室印发《云溪县全民科学素质行动实施方案》，全文如下：
plan-title|云溪县全民科学素质行动实施方案
preamble|根据《全民科学素质行动规划纲要（2021—2035年）》和省、市部署，制定本实施方案。
heading-1|一、⟦指导思想、原则和目标⟧
paragraph|坚持政府推动、全民参与，以提高公民科学素质为主线，推动科普工作提质增效。
heading-1|二、⟦提升行动⟧
heading-2|（一）⟦青少年科学素质提升行动⟧
heading-3|1.⟦弘扬科学精神⟧
paragraph|开展“科学家精神进校园”活动，组织观看科学影片，办好科技节。
heading-3|2.⟦拓展校外科普阵地⟧
paragraph|引导中小学利用科技馆、气象站等场所开展实践活动，形成校内外育人合力。
assignment|（牵头单位：县教育局；责任单位：县委宣传部、县科协、团县委）
heading-2|（二）⟦农民科学素质提升行动⟧
heading-3|1.⟦培育高素质农民⟧
paragraph|依托县农广校开展分层分类培训，每年培训不少于500人次。（牵头单位：县农业农村局；责任单位：县科协、县妇联）
heading-1|三、⟦重点工程⟧
heading-2|（一）⟦科普信息化提升工程⟧
paragraph|建好用好县级科普平台，推动优质科普内容进村入户。（牵头单位：县科协；责任单位：县委网信办、县融媒体中心）
heading-1|四、⟦组织实施⟧
paragraph|各成员单位要密切配合，形成合力，确保各项任务落到实处。
noise|责任编辑：佚名
noise|扫一扫在手机打开当前页
""",
    {"issuer": "", "doc_number": "", "notice_title": "", "place": "云溪县"},
    "云溪县全民科学素质行动实施方案",
    {
        "青少年科学素质提升行动": (["县教育局"], ["县委宣传部", "县科协", "团县委"]),
        "农民科学素质提升行动": (["县农业农村局"], ["县科协", "县妇联"]),
        "科普信息化提升工程": (["县科协"], ["县委网信办", "县融媒体中心"]),
    },
)

NOTE_WITHOUT_LABEL = Sample(
    "prefecture city, ISO date, tasks that end （…负责） with local governments among the units",
    """
metadata|信息分类：政策文件
metadata|发文字号：云州政办〔2026〕9号
metadata|发布日期：
metadata|2026-02-20
noise|字号：大 中 小
notice-title|云州市人民政府办公室关于印发云州市全民科学素质行动规划纲要实施方案的通知
addressees|各县（市、区）人民政府，市有关单位：
notice-body|经市政府同意，现将《云州市全民科学素质行动规划纲要实施方案》印发给你们，请认真贯彻落实。
signature-issuer|云州市人民政府办公室
signature-date|2026-02-18
plan-title|云州市全民科学素质行动规划纲要实施方案
preamble|为全面贯彻落实省政府有关部署，结合我市实际，制定本方案。
heading-1|一、⟦主要目标⟧
paragraph|到2030年，全市公民具备科学素质的比例超过19%。
heading-1|二、⟦重点任务⟧
heading-2|（一）⟦实施青少年科学素质提升行动⟧。
heading-3|1.⟦提升科学教育水平⟧。推进中小学科学教师队伍建设，建设一批科学教育实验校。（市教育局、市科协，各县、区人民政府负责）
heading-3|2.⟦贯通校内外资源⟧。推动科技馆、博物馆面向青少年免费开放。（市教育局、市文化和旅游局负责）
heading-2|（二）⟦实施科普基础设施工程⟧。
heading-3|1.⟦完善场馆体系⟧。支持各县、区建设特色科普场馆，纳入公共文化服务体系。（市科协、市发展改革委负责）
heading-1|三、⟦组织保障⟧
heading-2|（一）⟦加强领导⟧。市政府统一领导，各县、区政府负责组织实施本地全民科学素质工作。
""",
    {
        "issuer": "云州市人民政府办公室",
        "doc_number": "云州政办〔2026〕9号",
        "signature_date": "2026-02-18",
        "place": "云州市",
        "level": "city",
    },
    "云州市全民科学素质行动规划纲要实施方案",
    {
        "贯通校内外资源": ([], ["市教育局", "市文化和旅游局"]),
        "完善场馆体系": ([], ["市科协", "市发展改革委"]),
    },
)

NOTE_AFTER_INTRODUCTION = Sample(
    "heading glued to its text, lead named after the introduction of the group",
    """
notice-title|云溪县人民政府办公室
notice-title|关于印发云溪县全民科学素质行动
notice-title|规划纲要工作实施方案（2026－2030年）的通知
addressees|各镇人民政府，县政府各部门、各直属机构：
notice-body|《云 溪 县 全 民 科 学 素 质 行 动 规 划 纲 要 工 作 实 施 方 案（2026－2030年）》经县政府审定，现印发给你们，请抓紧推进。
signature-issuer|云溪县人民政府办公室
signature-date|2026年8月2日
availability|（此件公开发布）
plan-title|云溪县全民科学素质行动
plan-title|规划纲要实施方案（2026－2030年）
preamble|依照《国务院关于印发全民科学素质行动规划纲要（2021－2035年）的通知》（国发„2021‟9号），结合云溪县情，现编制《云溪县全民科学素质行动规划纲要实施方案（2026－2030年）》
preamble|（以下简称《方案》）。
heading-1|一、⟦发展目标⟧
paragraph|到2030年，全县公民具备科学素质的比例达到16%。
heading-1|二、⟦突出五类群体，开展素质提升行动⟧着眼云溪长远发展，把课堂、田间、车间和社区都用起来，分头抓好 5 项行动。
heading-2|（一）⟦青少年科学素质提升行动⟧让孩子们多动手、多提问，在实验室和自然里认识世界，长大后能为家乡出力。（牵头单位：县教育局）
heading-3|1.⟦讲好身边科学故事⟧。请本地农艺师、医生、工程师走上讲台，每学期与学生面对面一次。
heading-3|2.⟦补齐实验条件短板⟧。三年内让每所乡镇小学都有一间能用、够用的科学教室。
heading-2|（二）⟦农民科学素质提升行动⟧跟着农时走、围着产业转，教农民看得懂、学得会、用得上的技术，让钱袋子鼓起来。（牵头单位：县农业农村局）
heading-3|1.⟦树立科学观念⟧。围绕绿色生产、移风易俗等开展群众性科普活动，倡导文明生活方式。
heading-1|三、⟦工作要求⟧
heading-2|（一）⟦加强统筹⟧。各单位要把科普工作摆上重要位置，细化措施，按时完成任务。
""",
    {"signature_date": "2026-08-02", "issuer": "云溪县人民政府办公室", "period": "2026-2030"},
    "云溪县全民科学素质行动规划纲要实施方案（2026－2030年）",
    {
        "青少年科学素质提升行动": (["县教育局"], []),
        "农民科学素质提升行动": (["县农业农村局"], []),
    },
)

IN_THE_HEADING = Sample(
    "notice with numbered paragraphs of its own, units named in a clause, dashes as marks",
    """
doc-number|（云政办函〔2026〕3号）
notice-title|云溪县人民政府办公室关于印发《云溪县全民科学素质工作方案》的通知
addressees|各乡镇人民政府，县有关单位：
notice-body|经县政府同意，现将《云溪县全民科学素质工作方案》印发给你们，并就有关事项通知如下：
notice-body|一、提高认识。各单位要充分认识公民科学素质建设的重要意义，加强组织领导。
notice-body|二、狠抓落实。各单位要对照任务分工，逐项明确措施和时限，按季度报送进展。
signature-issuer|云溪县人民政府办公室
signature-date|二〇二六年四月十日
attachment-title|附件
plan-title|云溪县全民科学素质工作方案
preamble|为进一步做好全民科学素质工作，制定本工作方案。
heading-1|一、⟦目标⟧
heading-2|——⟦科普供给更加充分⟧。县乡村三级科普阵地基本健全，群众身边的科普活动更加丰富。
heading-2|——⟦科学风尚更加浓厚⟧。相信科学、学习科学成为全县群众的自觉行动和生活方式。
heading-1|二、⟦任务⟧
heading-2|（一）⟦提升青少年科学素质⟧。由县教育局牵头，县科协、团县委参加，组织开展科技节、科学营等活动。
heading-2|（二）⟦提升农民科学素质⟧。由县农业农村局牵头，县科协、县妇联参加，组织开展技术培训和科普下乡。
heading-1|三、⟦要求⟧
paragraph|各单位要加强配合。一是压实责任，明确专人负责；二是定期调度，及时解决问题；三是总结经验，推广典型做法。
""",
    {
        "doc_number": "云政办函〔2026〕3号",
        "signature_date": "2026-04-10",
        "notice_title": "云溪县人民政府办公室关于印发《云溪县全民科学素质工作方案》的通知",
    },
    "云溪县全民科学素质工作方案",
)

SIGNED_AT_THE_END = Sample(
    "plan first, signature after it; own-line headings without numbers; annex with a table",
    """
plan-title|云溪县贯彻《全民科学素质行动规划纲要（2021—2035年）》实施方案（2026—2030年）
doc-number|云科素办发〔2026〕2号
preamble|为深入实施全民科学素质行动，制定本方案。
heading-1|一、⟦前言⟧
paragraph|科学素质决定着人们的思维方式和行为方式。近年来，全县科普事业稳步发展，群众科学素质明显提高。
heading-1|二、⟦提升行动⟧
heading-2|⟦青少年科学素质提升行动⟧
heading-3|1、⟦加强科学教育⟧。完善课程设置，改善实验条件，定期举办青少年科技创新大赛。
heading-3|2、⟦强化校外实践⟧。组织学生走进农技站、气象站、自来水厂，感受身边的科学。
heading-2|⟦老年人科学素质提升行动⟧
heading-3|1、⟦办好老年科普课堂⟧。依托老年大学开设智能设备应用课程，每年不少于30课时。
heading-1|三、⟦组织实施⟧
paragraph|各乡镇、各部门要把科学素质工作纳入年度目标任务，做到有部署、有检查、有总结。
attachment-note|附件：1.重点任务分工表
attachment-note|2.主要指标表
signature-issuer|云溪县全民科学素质工作领导小组办公室
signature-date|2026年5月6日
attachment-title|附件1
attachment-title|重点任务分工表
attachment-table|序号	任务	牵头单位	责任单位
attachment-table|1	加强科学教育	县教育局	县科协
attachment-table|2	办好老年科普课堂	县民政局	县卫生健康局
attachment-title|附件2
attachment-title|主要指标表
attachment-table|指标	2025年	2030年
attachment-table|公民具备科学素质的比例	13.5%	18%
""",
    {
        "issuer": "云溪县全民科学素质工作领导小组办公室",
        "doc_number": "云科素办发〔2026〕2号",
        "signature_date": "2026-05-06",
        "period": "2026-2030",
    },
    "云溪县贯彻《全民科学素质行动规划纲要（2021—2035年）》实施方案（2026—2030年）",
)

WITHOUT_PLAN_TITLE = Sample(
    "no title of the plan, number in the page list only, date with lost zeros, remnants of HTML and pinyin",
    """
metadata|【索引号】113300000/2026-00021
metadata|【发文字号】 云政办发〔2026〕15号
metadata|【发布机构】 云溪县人民政府办公室
metadata|【名称】 云溪县人民政府办公室关于印发云溪县全民科学素质行动方案的通知
noise|</div><p>&nbsp;</p>
notice-title|云溪县人民政府办公室关于印发云溪县全民科学素质行动方案的通知<br/>
addressees|各乡镇人民政府，各街道办事处，县政府各部门:
notice-body|经县政府同意，现将《云溪县全民科学素质行动方案》印发给你们，请认真执行。
signature-issuer|云溪县人民政府办公室
signature-date|二二六年六月八日
preamble|为贯彻党(dang)的科技方针，提高全县公民科学素质，特制定本方案。
heading-1|一、⟦总体目标⟧
paragraph|到2030年，全县公民具备科学素质的比例&ldquo;稳中有升&rdquo;，​达到全省平均水平。
noise|— 2 —
heading-1|二、⟦主要任务⟧
heading-2|（一）⟦完善科普设施⟧。<strong>建设县级科技馆</strong>，改造提升乡镇科普活动室，实现县域全覆盖。
heading-2|（二）⟦壮大科普队伍⟧。培育一批科普志愿者，健全激励机制，每年表彰一批先进典型。
noise|云溪娱乐城官网_在线投注_APP下载
heading-1|三、⟦保障措施⟧
paragraph|加强组织领导，落实经费保障，营造良好氛围，确保方案落地见效。
noise|- 3 -
""",
    {
        "doc_number": "云政办发〔2026〕15号",
        "signature_date": "2026-06-08",
        "notice_title": "云溪县人民政府办公室关于印发云溪县全民科学素质行动方案的通知",
    },
    "",
)

CHAPTERS = Sample(
    "第一部分 above 一、; list items that are no headings; table of contents; years as the second title line",
    """
plan-title|云溪县全民科学素质发展规划
plan-title|（2026—2030年）
noise|目  录
noise|第一部分 发展基础……………1
noise|第二部分 重点任务……………3
heading-1|第一部分 ⟦发展基础⟧
heading-2|一、⟦主要成效⟧
paragraph|“十四五”时期，全县科普事业取得长足进步，具体表现在以下几个方面：
paragraph|1.公民具备科学素质的比例由9.8%提高到13.5%；
paragraph|2.建成省级科普教育基地6个、市级科普教育基地11个；
paragraph|3.科普志愿者注册人数突破3000人。
heading-2|二、⟦存在问题⟧
paragraph|优质科普资源不足，城乡发展不够均衡，专职科普人员偏少。
heading-1|第二部分 ⟦重点任务⟧
heading-2|一、⟦实施提升行动⟧
heading-3|（一）⟦青少年科学素质提升行动⟧
heading-4|1.⟦上好科学课⟧。落实国家课程方案，开展探究式教学，增加实验课时。
heading-4|2.⟦办好科技节⟧。每年举办全县青少年科技节，展示学生创新成果。
heading-3|（二）⟦农民科学素质提升行动⟧
heading-4|1.⟦抓好实用技术培训⟧。结合农时开展培训，推广适用技术，解决生产难题。
heading-2|二、⟦实施重点工程⟧
paragraph|聚焦科普资源、科普设施、科普队伍等短板，集中力量实施一批重点工程。
""",
    {"period": "2026-2030", "notice_title": ""},
    "云溪县全民科学素质发展规划（2026—2030年）",
)

TWO_LEVELS = Sample(
    "joint notice by 部门, addressees over two lines, two levels only, attachment announced in the notice",
    """
notice-title|关于印发《云溪县2026年全民科学素质工作要点》的通知
doc-number|云科协〔2026〕6号
addressees|各乡镇人民政府、街道办事处，
addressees|县全民科学素质工作领导小组各成员单位：
notice-body|现将《云溪县2026年全民科学素质工作要点》印发给你们，请结合实际，认真抓好落实。
attachment-note|附件：云溪县2026年全民科学素质工作要点
signature-issuer|云溪县科学技术协会
signature-issuer|云溪县教育局
signature-date|2026.1.15
attachment-title|附件：
plan-title|云溪县2026年全民科学素质工作要点
preamble|2026年是“十五五”开局之年，全县科学素质工作的总体安排如下。
heading-1|一、⟦聚焦重点人群⟧
heading-3|1.⟦青少年⟧。开展科学教育加法行动，组织科技竞赛，扩大参与面。
heading-3|2.⟦农民⟧。办好乡村科普讲堂，培育科技示范户，推广绿色生产技术。
heading-1|二、⟦建强科普阵地⟧
heading-3|1.⟦完善设施⟧。更新科普画廊，配送科普图书，改造社区科普活动室。
heading-3|2.⟦开放共享⟧。推动企业、学校开放科普资源，形成共建共享格局。
""",
    {
        "issuer": "云溪县科学技术协会",
        "joint_issuers": "云溪县教育局",
        "doc_number": "云科协〔2026〕6号",
        "signature_date": "2026-01-15",
        "addressees": "各乡镇人民政府、街道办事处，县全民科学素质工作领导小组各成员单位",
    },
    "云溪县2026年全民科学素质工作要点",
)

TRADITIONAL = Sample(
    "traditional script with readings in parentheses",
    """
noise|您現在所在的位置：網站首頁 / 政務公開 / 文件
notice-title|雲溪縣人民政府辦公室關於印發雲溪縣全民科學素質行動規劃綱要實施方案的通知
doc-number|雲政辦發〔2026〕7號
addressees|各鄉鎮人民政府，縣政府各部門：
notice-body|現將《雲溪縣全民科學素質行動規劃綱要實施方案》印發給你們，請認真執行。
signature-issuer|雲溪縣人民政府辦公室
signature-date|2026年3月9日
plan-title|雲溪縣全民科學素質行動規劃綱要實施方案
preamble|為貫徹落實國家部署，結合本縣實際，制定本方案。
heading-1|一、⟦總體要求⟧
paragraph|堅持科協(xié)牽頭、部門協同、社會參與，推動科普工作高質(zhì)量發展。
heading-1|二、⟦提升行動⟧
heading-2|（一）⟦青少年科學素質提升行動⟧。辦好科技節，加強科學教育，提升教師素質，擴大活動覆蓋面。
heading-2|（二）⟦農民科學素質提升行動⟧。開展實用技術培訓，培育新型農民，服務鄉村振興。
""",
    {"signature_date": "2026-03-09"},
    "雲溪縣全民科學素質行動規劃綱要實施方案",
)

TABLE_OF_TASKS = Sample(
    "spaces in every number, signature and date on one line, ① below （1）, annex as cells on lines of their own",
    """
notice-title|云溪县人民政府关于印发云溪县全民科学素质行动规划（2026年—2030年）的通知
doc-number|云政发 〔 2026〕 9 号
addressees|各镇（街道），县直各单位：
notice-body|现将《云溪县全民科学素质行动规划（2026年—2030年）》印发给你们，请认真落实。
signature-issuer|云溪县人民政府  2026年7月1日
plan-title|云溪县全民科学素质行动规划（2026年—2030年）
heading-1|一 、⟦总体思路⟧
paragraph|坚持服务大局、服务基层、服务群众，构建全域科普工作格局。
heading-1|二 、⟦主要行动⟧
heading-2|（一）⟦青少年行动⟧
heading-3|1. ⟦科学教育提质⟧
heading-4|（1）⟦开好科学课⟧。保证课时，配齐教具，提高课堂教学质量和学生参与度。
heading-4|（2）⟦办好科技节⟧。县级每年一届，学校每学期一次，形成品牌。
heading-3|2. ⟦师资能力提升⟧
paragraph|分级开展科学教师培训，①新任教师岗前培训；②骨干教师提高培训。
heading-2|（二）⟦农民行动⟧
paragraph|开展订单式培训，推广绿色防控技术。
heading-1|三 、⟦附则⟧
paragraph|本规划由县科协负责解释，自印发之日起施行。
attachment-title|附件
attachment-title|任务清单
attachment-table|序号
attachment-table|任务
attachment-table|单位
attachment-table|1
attachment-table|科学教育提质
attachment-table|县教育局
""",
    {
        "doc_number": "云政发〔2026〕9号",
        "issuer": "云溪县人民政府",
        "signature_date": "2026-07-01",
        "period": "2026-2030",
    },
    "云溪县全民科学素质行动规划（2026年—2030年）",
)

PREFACE = Sample(
    "前言 before 一、, run-in groups with run-in tasks, signed with year and month below the plan, footer of the page",
    """
plan-title|云溪县全民科学素质行动规划纲要实施方案
plan-title|（2026—2030年）
plan-title|（征求意见稿）
preamble|为深入落实国家部署，制定本方案。
heading-1|⟦前言⟧
paragraph|科学素质关系一个地方的发展后劲，关系每个家庭的生活质量。
paragraph|提升科学素质意义重大。近年来全县科普事业取得了很大的进展和成效。
heading-1|一、⟦指导思想⟧
paragraph|坚持以人民为中心的发展思想，推动全县科普工作高质量发展。
heading-1|二、⟦提升行动⟧
heading-2|（一）⟦青少年科学素质提升行动⟧。多给孩子动手的机会，多开一扇看世界的窗。
heading-3|⟦加强科学教育⟧。完善课程设置，改善实验条件，举办科技竞赛活动。
heading-3|⟦拓展校外阵地⟧。组织学生走进科技馆，感受科学的魅力和趣味。
assignment|（责任单位：县教育局、县科协）
heading-2|（二）⟦农民科学素质提升行动⟧。提高科学生产能力，造就高素质农民队伍。
heading-3|⟦培育高素质农民⟧。分层分类培训，推广良种良法，服务乡村振兴。
heading-3|⟦开展科普下乡⟧。组织农技人员进村入户，开展实用技术的培训。
assignment|（责任单位：县农业农村局、县科协）
heading-1|三、⟦组织实施⟧
heading-2|（一）⟦加强组织领导⟧
paragraph|各单位要高度重视，明确责任，加强协作配合，确保任务落实。

signature-issuer|云溪县全民科学素质工作领导小组办公室
signature-date|2026年5月

noise|主办：云溪县人民政府  承办：云溪县政务服务中心
noise|地址：云溪县人民路1号  邮编：000000
""",
    {"issuer": "云溪县全民科学素质工作领导小组办公室", "signature_date": "2026年5月", "place": "云溪县"},
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）（征求意见稿）",
)

NUMBER_CUT_SHORT = Sample(
    "number without serial, no signing body, list items with figures, annex marked 附：",
    """
metadata|云溪县人民政府办公室文件
doc-number|云政办〔2026〕
notice-title|关于印发云溪县全民科学素质行动计划的通知
addressees|各乡镇：
notice-body|《云溪县全民科学素质行动计划（2026-2030年）》已经县政府同意，现予印发，请抓好贯彻落实。
signature-date|2026年3月1日
preamble|为推动云溪县公民科学素质提升，特制定本计划。
heading-1|一、⟦目标任务⟧
paragraph|1、到2030年，公民具备科学素质的比例达到16％。
paragraph|2、科普基础设施覆盖率达到90％以上。
heading-1|二、⟦主要措施⟧
heading-3|1、⟦实施青少年行动⟧。加强科学教育，提升教师素质，完善校外教育。
heading-3|2、⟦实施农民行动⟧。开展技术培训，推广先进技术，促进农民增收。
heading-1|三、⟦有关要求⟧
paragraph|各部门要高度重视，认真组织，狠抓落实。
attachment-title|附：
attachment-title|云溪县全民科学素质行动任务分工表
attachment-table|序号 任务 责任单位
attachment-table|1 青少年行动 县教育局
""",
    {
        "issuer": "云溪县人民政府办公室",
        "issuer_mark": "云溪县人民政府办公室文件",
        "signature_date": "2026-03-01",
        "place": "云溪县",
        "period": "2026-2030",
    },
    "",
)

SAMPLES = (
    LABELS_ON_ONE_LINE,
    LABELS_ON_TWO_LINES,
    NOTE_PER_TASK,
    LABELLED_NOTE,
    NOTE_WITHOUT_LABEL,
    NOTE_AFTER_INTRODUCTION,
    IN_THE_HEADING,
    SIGNED_AT_THE_END,
    WITHOUT_PLAN_TITLE,
    CHAPTERS,
    TWO_LEVELS,
    TRADITIONAL,
    TABLE_OF_TASKS,
    PREFACE,
    NUMBER_CUT_SHORT,
)
