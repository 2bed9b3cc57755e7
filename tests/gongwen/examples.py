"""One document for each form and special case of the standard, and for each kind of bad input, all of 云溪县."""

from dataclasses import replace

from editor.gongwen.export import Options
from editor.gongwen.layout import STANDARD
from editor.gongwen.profile import load_profile
from editor.model.document import Block, BlockKind, Document, Form, Metadata, Seal
from tests.gongwen.long_plan import SAMPLE
from tests.gongwen.sample import METADATA, sample

_TABLE = Options(table=True)

NOTICE = Metadata(
    place="云溪县",
    issuer="云溪县人民政府",
    doc_number="云政发〔2026〕7号",
    notice_title="云溪县人民政府关于开放中小学科学实验室的通知",
    addressees="各乡镇人民政府，县政府各部门、各直属机构",
    notice_body=(
        "为让城乡孩子都有动手做实验的地方，县政府决定自2026年秋季学期起，全县中小学科学实验室在周末和寒暑假向学生开放。"
        "\n一、开放的实验室由县教育局公布名单，每处配一名实验员，耗材从公用经费列支。"
        "\n二、各乡镇人民政府负责安排往返接送，路程在五公里以内的由学校组织步行。"
        "\n三、县教育局每学期末汇总开放次数和参加人数，报县政府办公室。"
    ),
    signature_date="2026-05-06",
    availability="此件公开发布",
    copy_to="县委办公室，县人大常委会办公室，县政协办公室",
    printing_office="云溪县人民政府办公室",
    printing_date="2026-05-07",
)
_SECRET = replace(NOTICE, copy_number="000021", secrecy="机密★1年", urgency="特急", availability="")
UPWARD = replace(
    NOTICE,
    form=Form.UPWARD,
    issuer="云溪县科学技术协会",
    doc_number="云科协〔2026〕12号",
    notice_title="云溪县科学技术协会关于建设县科技馆的请示",
    addressees="县人民政府",
    notice_body=(
        "我县至今没有一处室内科普场馆，中小学生看展要到六十公里外的州城。经会同县教育局、县自然资源局踏勘，拟将原县粮食局"
        "三号仓库改建为县科技馆，建筑面积一千八百平方米，分三年建成。\n改建经费约九百六十万元，恳请列入县级财政预算。"
        "\n妥否，请批示。"
    ),
    signers="沈远山",
    seal=Seal.STAMP,
    contact="联系人：何小满，联系电话：00000000",
    availability="",
    copy_to="县财政局",
    printing_office="云溪县科学技术协会办公室",
)
_JOINT = {"joint_issuers": "云溪县教育局、云溪县科学技术协会", "issuer": "云溪县农业农村局"}
JOINT = replace(
    NOTICE,
    **_JOINT,
    issuer_mark="",
    doc_number="云农发〔2026〕9号",
    notice_title="云溪县农业农村局 云溪县教育局 云溪县科学技术协会关于举办茶园里的科学课的通知",
    notice_body=(
        "采茶季里，请各乡镇中心学校带高年级学生到就近茶园上一次科学课：认土壤、看天气、量采摘，课时两节，由县科协派讲师。"
        "\n活动不收费、不评比，结束后每校交一页学生自己画的观察图。"
    ),
    printing_office="云溪县农业农村局办公室",
)
JOINT_UPWARD = replace(
    UPWARD, joint_issuers="云溪县教育局、云溪县农业农村局", signers="沈远山、林秋、欧阳明月", contact=""
)
LETTER = replace(
    NOTICE,
    form=Form.LETTER,
    issuer="云溪县人民政府办公室",
    doc_number="云政办函〔2026〕4号",
    notice_title="云溪县人民政府办公室关于商请借展科普展品的函",
    addressees="云州市科学技术馆",
    notice_body=(
        "我县定于2026年9月举办全国科普日活动，拟借展贵馆“光影的秘密”流动展品十二件，展期两周，运输和保险由我县承担。"
        "\n如蒙同意，请告知可借时间和布展要求。"
    ),
    seal=Seal.STAMP,
    availability="",
    contact="联系人：陆青禾，联系电话：00000000",
    copy_to="县科协，县文化和旅游局",
)
ORDER = Metadata(
    place="云溪县",
    form=Form.ORDER,
    seal=Seal.SIGNATURE,
    issuer="云溪县人民政府",
    issuer_mark="云溪县人民政府令",
    doc_number="第5号",
    notice_body="《云溪县科普场馆开放办法》已经2026年4月8日县人民政府第11次常务会议通过，现予公布，自2026年6月1日起施行。",
    signatory_post="县长",
    signatory="周望川",
    signature_date="2026-04-10",
    copy_to="县委办公室，县人大常委会办公室",
    printing_office="云溪县人民政府办公室",
)
MINUTES = Metadata(
    place="云溪县",
    form=Form.MINUTES,
    issuer="云溪县全民科学素质工作领导小组",
    issuer_mark="云溪县全民科学素质工作会议纪要",
    doc_number="〔2026〕2号",
    notice_title="",
    notice_body=(
        "2026年5月12日，县全民科学素质工作领导小组在县政府三楼会议室召开会议，听取上半年工作汇报，研究下半年任务。"
        "\n一、会议同意县科协提出的流动科技馆巡展路线，九月底前走完十四个乡镇。"
        "\n二、会议要求县财政局于六月底前拨付村级科普员补助，县审计局跟进。"
    ),
    signature_date="2026-05-14",
    attendees="周望川、沈远山、林秋、欧阳明月、何小满、陆青禾、魏长河、唐一诺、贺知秋、孟繁星、钟灵、祁连、苏小溪",
    absentees="方向东",
    observers="县融媒体中心、县气象局、县图书馆负责同志",
    copy_to="领导小组各成员单位",
    printing_office="县全民科学素质工作领导小组办公室",
    printing_date="2026-05-14",
)
_SIGNED = replace(
    NOTICE, seal=Seal.SIGNATURE, signatory_post="县长", signatory="周望川", issuer_mark="云溪县人民政府文件"
)

_ANNEXES = (
    Block("n1", BlockKind.ANNEX_NOTE, "附件：1.云溪县科普场馆开放时间表"),
    Block("n2", BlockKind.ANNEX_NOTE, "2.云溪县流动科普大篷车巡回路线和沿途乡镇联系人名单"),
    Block("a1", BlockKind.ANNEX, "附件1"),
    Block("t1", BlockKind.TITLE, "云溪县科普场馆开放时间表"),
    Block(
        "r1", BlockKind.TABLE, rows=(("场馆", "开放时间"), ("县科技馆", "周三至周日9时至17时"), ("水文站", "每季首日"))
    ),
    Block("a2", BlockKind.ANNEX, "附件2"),
    Block("t2", BlockKind.TITLE, "云溪县流动科普大篷车巡回路线"),
    Block("p2", BlockKind.PARAGRAPH, "大篷车沿云溪而上，每乡停两日，逢集日在集镇，平日在中心校。"),
)


def _profile(name: str) -> Options:
    return Options(table=True, layout=load_profile(name).layout)


FORMS: dict[str, tuple[Document, Options]] = {
    "下行文": (sample(), _TABLE),
    "版头要素": (Document("", _SECRET), Options()),
    "上行文": (Document("", UPWARD), Options()),
    "联合行文": (Document("", JOINT), Options()),
    "联合上行文": (Document("", JOINT_UPWARD), Options()),
    "信函": (Document("", LETTER), Options()),
    "联合信函": (Document("", replace(LETTER, joint_issuers="云溪县教育局、云溪县科学技术协会")), Options()),
    "命令": (Document("", ORDER), Options()),
    "纪要": (Document("", MINUTES), Options()),
    "不盖章": (Document("", NOTICE), Options()),
    "盖章": (Document("", replace(NOTICE, seal=Seal.STAMP)), Options()),
    "签名章": (Document("", _SIGNED), Options()),
    "联合不盖章": (Document("", replace(JOINT, seal=Seal.NONE)), Options()),
    "联合盖章": (Document("", replace(JOINT, seal=Seal.STAMP)), Options()),
    "联合签名章": (
        Document(
            "", replace(JOINT, seal=Seal.SIGNATURE, signatory_post="局长、局长、主席", signatory="林秋、周望川、沈远山")
        ),
        Options(),
    ),
    "方案": (Document("", Metadata(), sample().blocks), Options()),
    "附件": (Document("", METADATA, (*sample().blocks[:6], *_ANNEXES)), Options()),
    "横排分工表": (SAMPLE, Options(table=True, landscape=True)),
    "国标电子版": (sample(), _profile("gbt33476")),
    "云溪县排版": (sample(), _profile("yunxi")),
    "云州市排版": (sample(), _profile("yunzhou")),
    "偶数页版记": (sample(), Options(table=True, layout=replace(STANDARD, imprint_even=True))),
}

_LONG_UNIT = "云溪县" + "山区乡村科学素质提升与科普资源共享服务" * 10 + "中心"
_LONG_TITLE = "关于" + "进一步把科普工作做细做实做到群众心坎里" * 10 + "的通知"
_ADDRESSEES = "，".join(f"云溪县第{at}片区科普工作联络站" for at in range(1, 61))
_RARE = "𠮷野村、㐂乐坪、𫚭江口"
_EMOJI = "小小发明家😀👨‍👩‍👧🚀"
_SCRIPTS = "བོད་ཡིག、ئۇيغۇرچە、ᠮᠣᠩᠭᠣᠯ"
_CONTROL = "甲\x00乙\x07丙\x0b丁\x1f戊\x85己\u2028庚\ufffe辛"


def _plan(text: str) -> tuple[Block, ...]:
    return (Block("t", BlockKind.TITLE, "云溪县科普行动方案"), Block("a", BlockKind.PARAGRAPH, f"以{text}为例。"))


def _task(text: str) -> tuple[Block, ...]:
    heading = Block("h", BlockKind.HEADING, "（一）建好科普场馆", 2)
    return (Block("t", BlockKind.TITLE, "云溪县科普行动方案"), heading, Block("a", BlockKind.PARAGRAPH, text))


_UNITS = "、".join(f"云溪县第{at}号流动科普大篷车管理服务站" for at in range(1, 121))
BAD: dict[str, tuple[Document, Options]] = {
    "单位名称200字": (
        Document("", replace(METADATA, issuer=_LONG_UNIT), _task(f"（{_LONG_UNIT}负责）")),
        _TABLE,
    ),
    "单位名称200字的信函": (Document("", replace(LETTER, issuer=_LONG_UNIT)), Options()),
    "单位名称200字并联合": (Document("", replace(JOINT, joint_issuers=f"{_LONG_UNIT}、云溪县科协")), Options()),
    "单位名称200字并盖章": (Document("", replace(NOTICE, issuer=_LONG_UNIT, seal=Seal.STAMP)), Options()),
    "标题200字": (
        Document("", replace(METADATA, notice_title=_LONG_TITLE), (Block("t", BlockKind.TITLE, _LONG_TITLE),)),
        Options(),
    ),
    "发文字号200字": (Document("", replace(NOTICE, doc_number="云政" * 96 + "〔2026〕7号")), Options()),
    "发文字号200字的上行文": (Document("", replace(UPWARD, doc_number="云科" * 96 + "〔2026〕7号")), Options()),
    "发文字号200字的信函": (Document("", replace(LETTER, doc_number="云函" * 96 + "〔2026〕7号")), Options()),
    "无法平衡的标题": (
        Document("", replace(NOTICE, notice_title="“" + "科学" * 18 + "”与https://example.org/" + "a" * 60), ()),
        Options(),
    ),
    "主送机关60个": (Document("", replace(METADATA, addressees=_ADDRESSEES), sample().blocks[:3]), Options()),
    "抄送机关60个": (Document("", replace(NOTICE, copy_to=_ADDRESSEES)), Options()),
    "签发人12名": (Document("", replace(UPWARD, signers="、".join(["沈远山", "林秋", "欧阳明月"] * 4))), Options()),
    "没有任务却要分工表": (Document("", METADATA, _plan("小水电站")), _TABLE),
    "表格一行超过一页": (Document("", METADATA, _task(f"牵头单位：县科协。责任单位：{_UNITS}。")), _TABLE),
    "正文表格一行超过一页": (
        Document(
            "",
            METADATA,
            (Block("b", BlockKind.TABLE, rows=(("事项", "内容"), ("其一", "山路远，" * 600))),),
        ),
        Options(),
    ),
    "生僻字": (Document("", replace(NOTICE, issuer=f"云溪县{_RARE}办事处"), _plan(_RARE)), Options()),
    "表情符号": (Document("", replace(NOTICE, addressees=_EMOJI), _plan(_EMOJI)), Options()),
    "少数民族文字": (Document("", replace(NOTICE, notice_body=_SCRIPTS), _plan(_SCRIPTS)), Options()),
    "控制字符": (
        Document(
            "",
            replace(
                NOTICE,
                issuer=_CONTROL,
                doc_number=_CONTROL,
                notice_title=_CONTROL,
                addressees=_CONTROL,
                notice_body=_CONTROL,
                copy_to=_CONTROL,
                signers=_CONTROL,
            ),
            (Block("b", BlockKind.TABLE, rows=((_CONTROL, "乙"), (_CONTROL, "丁"))),),
        ),
        Options(),
    ),
    "空文档": (Document(), _TABLE),
}
EXAMPLES = FORMS | BAD
