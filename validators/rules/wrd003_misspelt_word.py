"""Words in which one character was taken for a similar one."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import in_title
from validators.rule import Bad, Finding, Good, Scope, rule

# Wrong word and right word, in pairs. Only what is wrong wherever it stands: 部份 is, 成份 and 帐篷 are not.
_PAIRS = """
己经 已经  巳经 已经  己完成 已完成  己建成 已建成  自已 自己  末来 未来  末完成 未完成  末经批准 未经批准
末成年人 未成年人  尚末 尚未  从末 从未  未端 末端  末稍 末梢  侯选 候选  侯补 候补  侯车 候车  侯诊 候诊
侯鸟 候鸟  气侯 气候  时侯 时候  等侯 等候  诸候 诸侯  帐户 账户  帐目 账目  帐号 账号  台帐 台账  记帐 记账
转帐 转账  报帐 报账  查帐 查账  结帐 结账  账蓬 帐篷  布署 部署  部暑 部署  按装 安装  松驰 松弛
一张一驰 一张一弛  弛骋 驰骋  贯切 贯彻  贯撤 贯彻  撤底 彻底  发辉 发挥  科谱 科普  普极 普及  宣转 宣传
喧传 宣传  凋查 调查  碉研 调研  既然如些 既然如此  立既 立即  随既 随即  既日起 即日起  必须品 必需品
必需坚持 必须坚持  震憾 震撼  振撼 震撼  幅射 辐射  副射 辐射  大副度 大幅度  辐员 幅员  追朔 追溯  部份 部分
渡假 度假  欢渡 欢度  坐谈会 座谈会  峻工 竣工  竟争 竞争  竟赛 竞赛  竟聘 竞聘  竟技 竞技  究竞 究竟  亲睐 青睐
贪脏 贪赃  殉私 徇私  循私 徇私  蜜切 密切  荟翠 荟萃  勤检节约 勤俭节约  严竣 严峻  激厉 激励  鼓厉 鼓励
历行节约 厉行节约  脉博 脉搏  拼博 拼搏  簿弱 薄弱  登记薄 登记簿  复盖 覆盖  反覆 反复  答覆 答复  渊原 渊源
融恰 融洽  恰谈 洽谈  搓商 磋商  切搓 切磋  勾通 沟通  挖堀 挖掘  倔起 崛起  遗撼 遗憾  陪训 培训  陪养 培养
陪偿 赔偿  瞻养 赡养  辨论 辩论  辩别 辨别  辩认 辨认  分辩率 分辨率  急燥 急躁  烦燥 烦躁  浮燥 浮躁  干躁 干燥
蔓廷 蔓延  拔款 拨款  划拔 划拨  调拔 调拨  选拨 选拔  书藉 书籍  户藉 户籍  赋于 赋予  给于 给予  至力于 致力于
急须 急需  隐定 稳定  稳患 隐患  艰持 坚持  索质 素质  枢钮 枢纽  评诂 评估  连序 连续  手序 手续  秩续 秩序
渲泄 宣泄  膺品 赝品  寒喧 寒暄  锻练 锻炼  煅炼 锻炼  训炼 训练  针炙 针灸  开僻 开辟  申清 申请  邀清 邀请
倡仪 倡议  膨涨 膨胀  偿试 尝试  环镜 环境  气慨 气概  慨括 概括  迁陡 迁徙  修茸 修葺  摄象机 摄像机
人民正府 人民政府  坚苦奋斗 艰苦奋斗  再接再励 再接再厉  一愁莫展 一筹莫展  一如继往 一如既往  迫不急待 迫不及待
按步就班 按部就班  走头无路 走投无路  穿流不息 川流不息  墨守陈规 墨守成规  不径而走 不胫而走  声名雀起 声名鹊起
厉精图治 励精图治  脍灸人口 脍炙人口  相形见拙 相形见绌  一股作气 一鼓作气  人才倍出 人才辈出  鼎立相助 鼎力相助
出奇不意 出其不意  持之以衡 持之以恒  精兵减政 精兵简政  因地治宜 因地制宜  集思广议 集思广益  融汇贯通 融会贯通
循序渐近 循序渐进  高赡远瞩 高瞻远瞩  名列前矛 名列前茅  弱不经风 弱不禁风  甘败下风 甘拜下风  绿草如荫 绿草如茵
原源不断 源源不断  法制政府 法治政府  法制社会 法治社会  法制思维 法治思维
精减会议 精简会议
"""
_WORDS = dict(pair.split() for pair in re.split(r"\s{2,}|\n", _PAIRS.strip()))
# Sound words side by side that hold the letters of a wrong one: looked for with it, and left alone.
_SOUND_WORDS = """
自己经 知己经 异己经 利己经 自己完成 自己建成 来自已 源自已 出自已 取自已 不能自已 难以自已 无法自已 纪末来
冬末来 春末来 夏末来 秋末来 周末来 月末来 年末来 期末来 岁末来 季末来 周末完成 月末完成 年末完成 期末完成
季末完成 岁末完成 月末经批准 年末经批准 期末经批准 周末成年人 从末端 从末位 从末尾 从末梢 从末班 未端正 周末稍
月末稍 年末稍 期末稍 台帐篷 报帐篷 查帐篷 转帐篷 结帐篷 记帐篷 布署名 部暑期 部暑假 按装机 按装配 按装备 按装修
按装载 按装置 按装卸 按装订 按装箱 按装潢 贯切实 贯切合 发辉煌 科谱系 科谱写 科谱曲 科普极 吉普极 宣转型 宣转变
宣转发 宣转载 宣转化 宣转向 必须品质 必须品种 必须品牌 副射手 部份额 过渡假 严峻工 究竟争 毕竟争 究竟赛 毕竟赛
究竟聘 究竟技 毕竟技 研究竞 考究竞 探究竞 刺激厉 脉博物 脉博览 登记薄弱 复盖章 复盖板 复盖印 修复盖 反覆盖
恰谈到 倔起来 陪养老 分辨论 明辨论 辩别人 答辩认 争辩认 选拔款 选拨付 选拨打 选拨款 税赋于 天赋于 禀赋于 补给于
供给于 配给于 交给于 自给于 应急须 紧急须 探索质 连序列 连序号 荣膺品 重申清 提倡仪 补偿试 赔偿试 有偿试 无偿试
"""
_SOUND = tuple(re.findall(r"\w+", _SOUND_WORDS))


_COMMON = "应急头制经立象励按于覆坚步持必不普部社会政机接路相心时期来"  # they stand in nearly every paragraph


def _sign(wrong: str, right: str) -> str:
    """Return the character that gives a wrong word away; where that is a common one, another that it needs."""
    differing = [was for was, now in zip(wrong, right, strict=True) if was != now]
    return next((char for char in (*differing, *wrong) if char not in _COMMON), differing[0])


_ANY = re.compile("|".join(sorted(map(re.escape, (*_SOUND, *_WORDS)), key=len, reverse=True)))


@rule(
    code="WRD003",
    name="misspelt-word",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="有形近、音近的错别字。",
    reason="这些写法在任何上下文里都是错字，多由输入法联想造成。",
    source="实务",
    fix_title="改为正确的写法",
    applicability=Applicability.UNSAFE,
    marks="".join({_sign(wrong, right) for wrong, right in _WORDS.items()}),
    examples=(
        Bad("己经建成科普基地", "已经建成科普基地"),
        Bad("推进法制政府建设", "推进法治政府建设"),
        *(Bad(f"要把“{wrong}”改过来。", f"要把“{right}”改过来。") for wrong, right in _WORDS.items()),
        *(Good(f"写作“{right}”才对。") for right in _WORDS.values()),
        *(Good(f"这里的“{words}”没有错。") for words in _SOUND),
        Good("学习《布署》一书。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Look the words up, outside titles."""
    for match in _ANY.finditer(block.text):
        wrong = match.group()
        if wrong in _WORDS and not in_title(block.text, match.start()):
            right = _WORDS[wrong]
            yield Finding(*match.span(), f"“{wrong}”有错别字，应为“{right}”。", right)
