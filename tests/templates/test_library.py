"""The files of the library: complete, checked by the schema, and written so that a clerk can keep the text."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from editor.model.document import Level
from resources import path
from templates.template import DEFAULT_TEMPLATE, Need, Requirement, available, load, new_document

LIBRARY = Path(__file__).resolve().parents[2] / "templates" / "library"
FILES = sorted(LIBRARY.glob("*.json"))
NATIONAL = load(DEFAULT_TEMPLATE)
LAYERS = tuple(layer.id for layer in available()[0].layers)

# National outline: group → number of sub-tasks.
SUB_TASKS = {
    "G2": 4,
    "A1": 6,
    "A2": 4,
    "A3": 4,
    "A4": 3,
    "A5": 3,
    "P1": 3,
    "P2": 4,
    "P3": 3,
    "P4": 4,
    "P5": 4,
    "O2": 2,
    "O3": 4,
}
GROUPS = {
    "G": ["G1", "G2", "G3"],
    "A": ["A1", "A2", "A3", "A4", "A5"],
    "P": ["P1", "P2", "P3", "P4", "P5"],
    "O": ["O1", "O2", "O3"],
}
OPTIONAL = {"F", "G2.4", "A2.4", "P2.2", "P5", "P5.1", "P5.2", "P5.3", "P5.4", "O2", "O3", "O3.2", "O3.3"}
FROM_MEMORY = {"A2.4", "P2.2", "P3.2", "P3.3", "P4.3"}


def _everything() -> list[Requirement]:
    """Return each text of the library once: the national requirements, and what the layers changed or added."""
    changed = [
        entry for layer in LAYERS for entry in load(DEFAULT_TEMPLATE, (layer,)).requirements if entry.layer == layer
    ]
    return [*NATIONAL.requirements, *changed]


EVERYTHING = _everything()


def _named(entry: Requirement) -> str:
    return f"{entry.layer}-{entry.id}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_library_file_keeps_to_the_schema_and_is_named_after_its_id(file: Path) -> None:
    schema = json.loads(path("schemas/template.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    data = json.loads(file.read_text(encoding="utf-8"))
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(data)) == []
    assert data["id"] == file.stem


def test_every_part_group_and_task_of_the_outline_is_there_once_in_its_place() -> None:
    expected = [("F", 1, None)]
    for part, groups in GROUPS.items():
        expected.append((part, 1, None))
        for group in groups:
            expected.append((group, 2, part))
            expected += [(f"{group}.{n}", 3, group) for n in range(1, SUB_TASKS.get(group, 0) + 1)]
    assert [(entry.id, entry.level, entry.parent) for entry in NATIONAL.requirements] == expected
    tasks = [entry for entry in NATIONAL.requirements if entry.level == 3]
    assert sum(entry.id[0] == "A" for entry in tasks) == 20
    assert sum(entry.id[0] == "P" for entry in tasks) == 18


def test_what_hardly_any_county_has_is_optional_and_tasks_are_recommended() -> None:
    assert {entry.id for entry in NATIONAL.requirements if entry.need is Need.OPTIONAL} == OPTIONAL
    sub_tasks = [entry for entry in NATIONAL.requirements if entry.level == 3 and entry.id[0] in "AP"]
    assert not [entry.id for entry in sub_tasks if entry.need is Need.REQUIRED]


def test_names_from_memory_are_marked_unverified() -> None:
    assert {entry.id for entry in NATIONAL.requirements if not entry.verified} == FROM_MEMORY


@pytest.mark.parametrize("entry", EVERYTHING, ids=_named)
def test_guidance_is_two_to_five_sentences_with_questions(entry: Requirement) -> None:
    sentences = entry.guidance.count("。") + entry.guidance.count("？")
    assert 2 <= sentences <= (5 if entry.layer == DEFAULT_TEMPLATE else 6)
    assert entry.guidance.endswith("。")
    assert len(entry.guidance) >= 50
    assert 2 <= len(entry.questions) <= 4
    assert all(question.endswith("？") for question in entry.questions)


def test_no_two_guidances_are_alike() -> None:
    sentences = [sentence for entry in NATIONAL.requirements for sentence in entry.guidance.split("。") if sentence]
    assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize("entry", EVERYTHING, ids=_named)
def test_a_task_has_a_starting_text_with_a_placeholder_and_somebody_who_does_it(entry: Requirement) -> None:
    if entry.level == 3:
        assert "【" in entry.starting_text
        assert len(entry.starting_text) >= 60
        assert entry.leads
    if entry.level == 2 and entry.id[0] in "AP":
        assert "【" in entry.starting_text
        assert entry.leads
        assert entry.partners
    assert not set(entry.leads) & set(entry.partners)


@pytest.mark.parametrize(
    "group", [entry for entry in NATIONAL.requirements if entry.level == 2 and entry.leads], ids=_named
)
def test_whoever_does_a_task_does_the_group(group: Requirement) -> None:
    doing = {*group.leads, *group.partners}
    for task in NATIONAL.children(group.id):
        assert {*task.leads, *task.partners} <= doing, task.id


@pytest.mark.parametrize("entry", EVERYTHING, ids=_named)
def test_a_synonym_is_no_repetition_of_the_name_and_no_punctuation(entry: Requirement) -> None:
    assert len(entry.synonyms) >= 5
    assert entry.name not in entry.synonyms
    assert not [word for word in entry.synonyms if re.search(r"[。；：\s]", word)]
    assert entry.keywords


def test_a_synonym_decides_between_the_tasks_of_one_group() -> None:
    for group in NATIONAL.requirements:
        names = [name for task in NATIONAL.children(group.id) for name in (task.name, *task.synonyms)]
        allowed = {"夯实政策保障"}  # one heading for policies and money
        assert {name for name in names if names.count(name) > 1} <= allowed


# --- the prose -------------------------------------------------------------------------------------------------------

_UNCLEAN = {
    "half-width mark": r"[一-鿿】》）”][,;:?!()]|[,;:?!()][一-鿿【《（“]|(?<=[一-鿿])\.",
    "doubled mark": r"([，。；：、？！])[，。；：、？！]",
    "year range": r"\d{4}年?(?:-|–|－|~|～|——|―|─)\d{4}",
    "full-width digit": r"[０-９Ａ-Ｚａ-ｚ]",
    "space": r"\s",
    "zero of another script": r"二[OoＯ○零0]三",
    "straight quote": r"[\"']",
    "relative time": r"今年|(?<![注写标])明年|去年|本月|近期|近日|年内",
    "old wording": r"其它|截止|全国科普日|乡村振兴局|党委政府|一带一路”战略",
    "stop before a closing mark": r"。[”》）】]",
    "needless 顿号": r"、等|、和|、及|》、《|”、“",
}


def _pieces(entry: Requirement) -> list[str]:
    return [entry.guidance, *entry.questions, *entry.starting_text.splitlines()]


@pytest.mark.parametrize("entry", EVERYTHING, ids=_named)
def test_the_prose_is_clean(entry: Requirement) -> None:
    for text in _pieces(entry):
        for what, pattern in _UNCLEAN.items():
            # Guidance may tell that an office is no more; the plan's own text may not name it.
            if what == "old wording" and text == entry.guidance:
                continue
            found = re.search(pattern, text)
            assert found is None, (what, found, text)
        for opening, closing in ("（）", "“”", "《》", "【】", "{}"):
            assert text.count(opening) == text.count(closing), text


@pytest.mark.parametrize("entry", EVERYTHING, ids=_named)
def test_paragraphs_of_a_starting_text_end_with_a_stop(entry: Requirement) -> None:
    assert all(text.endswith("。") for text in entry.starting_text.splitlines())


def test_a_value_to_reach_has_a_year_or_a_rhythm() -> None:
    for entry in EVERYTHING:
        for sentence in re.split(r"[。；]", entry.starting_text):
            if re.search(r"【(?:目标值|数量|数额|数值)】", sentence):
                assert re.search(r"\{end\}年|每年|每学期|每学年|每月|【年份】年|入库", sentence), sentence


def test_no_national_value_for_2030_is_invented() -> None:
    assert {target.year for target in NATIONAL.targets} == {2020, 2025, 2035}
    values = {(target.year, target.comparator, target.value) for target in NATIONAL.targets}
    assert values == {(2020, "=", 10.56), (2025, ">", 15.0), (2035, ">=", 25.0)}
    for layer in LAYERS:
        assert 2030 not in {target.year for target in load(DEFAULT_TEMPLATE, (layer,)).targets}


def test_fields_ask_for_the_superiors_value_and_its_source() -> None:
    fields = {field.id: field for field in NATIONAL.fields}
    assert len(fields) == len(NATIONAL.fields)
    assert fields["superior-value"].required
    assert fields["superior-source"].required
    assert {"baseline-value", "baseline-year", "problems", "slogan", "coordinator", "phases", "reporting-days"} <= set(
        fields
    )
    assert {field.kind for field in NATIONAL.fields} <= {"text", "number", "year", "date", "multiline"}
    assert all(re.search(r"[一-鿿]", field.hint) for field in NATIONAL.fields)


def test_the_outline_and_the_law_are_the_documents_of_the_nation() -> None:
    documents = {document.title: document for document in NATIONAL.documents}
    assert documents["全民科学素质行动规划纲要（2021—2035年）"].doc_number == "国发〔2021〕9号"
    assert documents["全民科学素质行动规划纲要（2021—2035年）"].date == "2021-06-03"
    assert documents["中华人民共和国科学技术普及法"].date == "2024-12-25"


@pytest.mark.parametrize("layer", [layer for layer in LAYERS if layer != "ningxia"])
def test_a_province_has_a_plan_with_a_number(layer: str) -> None:
    (document,) = [entry for entry in load(DEFAULT_TEMPLATE, (layer,)).documents if entry.level == "province"]
    assert re.fullmatch(r"[一-鿿]+〔\d{4}〕\d+号", document.doc_number)


@pytest.mark.parametrize("layer", [None, *LAYERS])
def test_a_new_plan_can_be_read_as_one_document(layer: str | None) -> None:
    template = load(DEFAULT_TEMPLATE, (layer,) if layer else ())
    document = new_document(template, place="云溪县", level=Level.COUNTY, period=(2026, 2030), issuer="云溪县人民政府")
    for block in document.blocks:
        for opening, closing in ("（）", "“”", "《》", "【】"):
            assert block.text.count(opening) == block.text.count(closing)
        assert "县县" not in block.text
        assert "年年" not in block.text
    size = sum(len(block.text) for block in document.blocks)
    assert 5_000 < size < 12_000
