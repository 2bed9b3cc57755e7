"""One unit's excerpt as a document: a letter that asks for its opinion (征求意见函), its tasks, a reply form (回执)."""

from collections.abc import Iterator
from dataclasses import replace

from editor.gongwen.printed import printed_date
from editor.gongwen.tasks.unit_tasks import UnitShare, UnitTask
from editor.model.document import Block, BlockKind, Document, Form, Metadata, clean_line
from editor.model.outline import heading_parts
from templates.unit_matrix import Role

_EXCERPT = "承担任务摘录"
_REPLY = "征求意见回执"
_ROOM = 14  # blank lines for the answer
_LINE = "\n"  # room to write by hand
_DAY = "\u3000" * 10 + "年\u3000\u3000月\u3000\u3000日"


def excerpt_document(plan: Document, share: UnitShare, sender: str, sent_on: str, reply_by: str) -> Document:
    """Return what one unit is sent, in 信函格式 (10.1); the dates are ISO, an empty one is left out.

    Everything that is the plan's stands in it word for word; what the excerpt adds says so.
    """
    metadata = Metadata(
        place=plan.metadata.place,
        level=plan.metadata.level,
        form=Form.LETTER,
        issuer=sender,
        addressees=share.name,
        signature_date=sent_on,
        contact=plan.metadata.contact,
    )
    name = _plan_name(plan)
    blocks = (*_letter(name, share, sender, reply_by), *_tasks(name, share), *_reply_form(share))
    numbered = (block if block.id else replace(block, id=f"excerpt-{at}") for at, block in enumerate(blocks, 1))
    return Document("", metadata, tuple(numbered))


def _plan_name(plan: Document) -> str:
    title = next((block.text.strip() for block in plan.blocks if block.kind is BlockKind.TITLE), "")
    return f"《{title}》" if title and not title.startswith("《") else title or "实施方案"


def _new(kind: BlockKind, text: str, rows: tuple[tuple[str, ...], ...] = ()) -> Block:
    return Block("", kind, clean_line(text), rows=rows)


def _letter(name: str, share: UnitShare, sender: str, reply_by: str) -> Iterator[Block]:
    you = "你们" if share.name.startswith("各") else "你单位"
    until = f"于{printed_date(reply_by)}前" if reply_by else "及时"
    yield _new(BlockKind.TITLE, f"{sender}关于征求{name}意见的函")
    yield _new(
        BlockKind.PARAGRAPH,
        f"{name}（征求意见稿）写明由{you}承担的任务共{len(share.tasks)}项（{_count(share)}），现将摘录送上，"
        "请对任务内容、分工、目标数据和完成时限提出意见。",
    )
    yield _new(BlockKind.PARAGRAPH, f"请填写回执，加盖公章后{until}反馈；没有意见的，也请回复。")
    yield _new(BlockKind.ANNEX_NOTE, f"附件：1.{_EXCERPT}")
    yield _new(BlockKind.ANNEX_NOTE, f"2.{_REPLY}")


def _count(share: UnitShare) -> str:
    counts = (("牵头", share.led), ("作为责任单位", len(share.tasks) - share.led))
    return "，".join(f"{word}{number}项" for word, number in counts if number)


def _tasks(name: str, share: UnitShare) -> Iterator[Block]:
    """Yield the annex with the tasks: every heading above them once, then each task as the plan has it."""
    yield _new(BlockKind.ANNEX, "附件1")
    yield _new(BlockKind.TITLE, _EXCERPT)
    yield _new(
        BlockKind.PARAGRAPH,
        f"以下任务由{share.name}承担，摘自{name}（征求意见稿），标题和文字与原稿一致；以“摘录说明”开头的括注是另加的。",
    )
    shown: set[str] = set()
    for task in share.tasks:
        yield from (_heading_alone(block) for block in task.path if block.id not in shown)
        yield from task.blocks
        yield _new(BlockKind.PARAGRAPH, _part(task, share))
        shown.update(block.id for block in (*task.path, *task.blocks))


def _heading_alone(block: Block) -> Block:
    """Return a heading above a task without the text that runs in after its 。, which is not the task's."""
    return replace(block, text=block.text[: heading_parts(block.text).body])


def _part(task: UnitTask, share: UnitShare) -> str:
    """Return who does what in a task, the unit itself first."""
    leads, also = ("共同牵头单位", "责任单位") if task.role is Role.LEAD else ("牵头单位", "其他责任单位")
    own = "牵头单位" if task.role is Role.LEAD else "责任单位"
    others = ((leads, task.leads), (also, task.responsible))
    named = "，".join(f"{word}为{'、'.join(units)}" for word, units in others if units)
    return f"（摘录说明：{share.short}为{own}{'，' if named else ''}{named}。）"


def _reply_form(share: UnitShare) -> Iterator[Block]:
    yield _new(BlockKind.ANNEX, "附件2")
    yield _new(BlockKind.TITLE, _REPLY)
    rows = (
        ("单位", share.name),
        ("意见", "□没有意见\n□有修改意见（写明任务的标题、建议改成的文字和理由）：" + "\n" * _ROOM),
        ("负责人", _LINE),
        ("联系人", _LINE),
        ("联系电话", _LINE),
        ("盖章、日期", f"{_LINE}\n{_DAY}"),
    )
    yield _new(BlockKind.TABLE, "", rows)
