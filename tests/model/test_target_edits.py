import pytest

from editor.model.errors import EditMismatch, UserError
from editor.model.target_edits import set_value
from editor.model.targets import targets
from tests.builders import plan

TITLE = "#云溪县实施方案（2026—2030年）"


def _changed(line: str, typed: str) -> str:
    document = plan(TITLE, line)
    (target,) = targets(document)
    transaction = set_value(document, target, typed)
    assert transaction is not None
    changed = transaction.apply(document)
    assert transaction.invert().apply(changed) == document
    assert targets(changed)[0].value == pytest.approx(float(typed.strip("%％个人次 ").replace(",", "")))
    return changed.blocks[1].text


@pytest.mark.parametrize(
    ("line", "typed", "after"),
    [
        ("到2030年，科学素质比例达到18.5％以上。", "20", "到2030年，科学素质比例达到20％以上。"),
        ("到2030年，科学素质比例达到18.5%。", " 19.25% ", "到2030年，科学素质比例达到19.25%。"),
        ("到2030年，培训农民1,200人次以上。", "15000", "到2030年，培训农民15,000人次以上。"),
        ("到2030年，培训农民1,200人次以上。", "1,500人次", "到2030年，培训农民1,500人次以上。"),
        ("到2030年，培训农民1.5万人次以上。", "2", "到2030年，培训农民2万人次以上。"),
        ("到2030年，覆盖率达到百分之二十。", "21.5", "到2030年，覆盖率达到百分之二十一点五。"),
        ("到2030年，建设科普馆至少三个。", "12", "到2030年，建设科普馆至少十二个。"),
        ("到2030年，建设科普馆至少三个。", "120", "到2030年，建设科普馆至少120个。"),
        ("到2030年，建设科普馆２５个。", "30", "到2030年，建设科普馆３０个。"),
    ],
)
def test_a_number_keeps_its_printed_form(line, typed, after):
    assert _changed(line, typed) == after


@pytest.mark.parametrize("typed", ["", "很多", "-3", "1e9", "3—5", "10‰", "1/2", "9" * 30])
def test_what_is_no_number_is_refused_with_one_sentence(typed):
    document = plan(TITLE, "到2030年，科学素质比例达到18.5%。")
    with pytest.raises(UserError) as refused:
        set_value(document, targets(document)[0], typed)
    assert refused.value.message.count("。") == 1
    assert refused.value.next_step


def test_a_range_is_left_to_the_text():
    document = plan(TITLE, "每年开展科普活动3—5场。")
    with pytest.raises(UserError, match="范围"):
        set_value(document, targets(document)[0], "4")


def test_the_value_there_is_changes_nothing():
    document = plan(TITLE, "到2030年，科学素质比例达到18.5%。")
    assert set_value(document, targets(document)[0], "18.5") is None


def test_only_the_chosen_one_of_two_equal_values_changes():
    document = plan(TITLE, "到2030年，覆盖率达到90%，知晓率达到90%。")
    transaction = set_value(document, targets(document)[1], "95")
    assert transaction is not None
    assert transaction.apply(document).blocks[1].text == "到2030年，覆盖率达到90%，知晓率达到95%。"


def test_a_target_of_another_text_is_a_mismatch():
    document = plan(TITLE, "到2030年，覆盖率达到90%。")
    with pytest.raises(EditMismatch):
        set_value(plan(TITLE, "没有数。"), targets(document)[0], "95")
