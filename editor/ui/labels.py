"""What the data's keys are called on the screen: office functions, kinds of units, levels, formats, 公文要素."""

from editor.model.document import Form, Level, Seal
from editor.model.element_words import ELEMENTS

# Office functions (单位职责), in the order in which units usually stand.
FUNCTIONS = {
    "general-office": "办公室",
    "organisation": "组织",
    "propaganda": "宣传",
    "united-front": "统战",
    "politics-law": "政法",
    "social-work": "社会工作",
    "establishment": "编制",
    "internet": "网信",
    "organs": "机关工委",
    "inspection": "巡察",
    "discipline": "纪检监察",
    "old-cadres": "老干部",
    "party-school": "党校",
    "archives": "档案",
    "letters": "信访",
    "congress": "人大",
    "consultative": "政协",
    "development-reform": "发展改革",
    "education": "教育",
    "science-technology": "科技",
    "industry": "工业和信息化",
    "ethnic": "民族宗教",
    "public-security": "公安",
    "civil-affairs": "民政",
    "justice": "司法",
    "finance": "财政",
    "human-resources": "人力资源社会保障",
    "natural-resources": "自然资源",
    "ecology": "生态环境",
    "housing": "住房城乡建设",
    "transport": "交通运输",
    "water": "水利",
    "agriculture": "农业农村",
    "commerce": "商务",
    "culture-tourism": "文化旅游",
    "sports": "体育",
    "health": "卫生健康",
    "veterans": "退役军人",
    "emergency": "应急管理",
    "audit": "审计",
    "market-supervision": "市场监管",
    "statistics": "统计",
    "medical-insurance": "医疗保障",
    "forestry": "林业",
    "data": "数据",
    "approval": "行政审批",
    "city-management": "城市管理",
    "civil-defence": "人防",
    "financial-work": "金融",
    "state-assets": "国资",
    "foreign-affairs": "外事",
    "housing-fund": "住房公积金",
    "court": "审判",
    "procuratorate": "检察",
    "armed-forces": "人民武装",
    "trade-union": "工会",
    "youth": "共青团",
    "women": "妇联",
    "coordination-science": "科协（总协调）",
    "science-popularisation": "科普",
    "literary": "文联",
    "overseas-chinese": "侨联",
    "disabled": "残联",
    "industry-commerce": "工商联",
    "social-science": "社科联",
    "red-cross": "红十字会",
    "family-planning": "计生协",
    "care-next-generation": "关工委",
    "old-people": "老年组织",
    "meteorology": "气象",
    "fire": "消防救援",
    "tax": "税务",
    "survey": "调查统计",
    "bank": "人民银行",
    "post": "邮政",
    "tobacco": "烟草专卖",
    "power": "供电",
    "telecom": "通信运营",
    "supply-marketing": "供销",
    "media": "融媒体",
    "vocational": "职业院校、高校",
    "development-zone": "开发区",
    "towns": "乡镇（街道）",
    "departments": "各有关部门",
    "members": "各成员单位",
    "social-organisations": "学会、协会",
}

KINDS = {
    "party": "党委部门",
    "congress": "人大、政协",
    "government": "政府部门",
    "court": "法院、检察院",
    "military": "军事机关",
    "mass": "群团组织",
    "vertical": "垂管、驻地单位",
    "institution": "事业单位",
    "enterprise": "企业",
    "local": "乡镇、街道",
    "collective": "统称",
}

LEVELS = {Level.COUNTY: "县级", Level.CITY: "市级", Level.PROVINCE: "省级"}

# 公文格式 (GB/T 9704-2012, 7 and 10) and 落款方式 (7.3.5)
FORMS = {
    Form.FILE: "文件",
    Form.UPWARD: "上行文",
    Form.LETTER: "信函",
    Form.ORDER: "命令",
    Form.MINUTES: "纪要",
}
SEALS = {Seal.NONE: "不加盖印章", Seal.STAMP: "加盖印章", Seal.SIGNATURE: "加盖签名章"}


def function_label(function: str) -> str:
    """Return what an office function is called; one added by a plan itself is shown as it is written."""
    return FUNCTIONS.get(function, function)


def element_label(key: str) -> str:
    """Return what a field of the metadata is called."""
    return ELEMENTS.get(key, key)
