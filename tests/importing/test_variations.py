"""Plans of many makes come out right: every line's role, every heading, the metadata, the assignments."""

from collections import Counter

import pytest

from editor.importing.importer import import_text, plan_title
from editor.importing.result import Imported
from editor.model.assignments import assignments
from editor.model.outline import heading_parts, outline, walk
from tests.importing.samples import SAMPLES, Sample

each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


def headings(found: Imported) -> list[tuple[int, str, int]]:
    return [
        (
            section.level,
            heading_parts(found.printed.get(section.block.id, section.block.text)).title,
            found.origin[section.block.id],
        )
        for section in walk(outline(found.document))
    ]


@each_sample
def test_every_line_gets_its_role(sample: Sample) -> None:
    roles = import_text(sample.text).roles
    wrong = {n: (role, roles.get(n)) for n, role in sample.roles.items() if roles.get(n) != role}
    assert wrong == {}
    assert set(roles) == set(sample.roles)


@each_sample
def test_every_heading_is_found_with_level_title_and_line(sample: Sample) -> None:
    assert headings(import_text(sample.text)) == sample.headings


@each_sample
def test_metadata_and_title_are_taken_over(sample: Sample) -> None:
    document = import_text(sample.text).document
    metadata = document.metadata
    assert plan_title(document) == sample.plan_title
    for key, expected in sample.metadata.items():
        if key == "period":
            assert f"{metadata.period_start}-{metadata.period_end}" == expected
        else:
            assert getattr(metadata, key) == expected, key


@pytest.mark.parametrize("sample", [s for s in SAMPLES if s.assignments], ids=lambda sample: sample.name)
def test_assignments_are_tied_to_their_headings(sample: Sample) -> None:
    document = import_text(sample.text).document
    sections = outline(document)
    titles = {section.block.id: section.title for section in walk(sections)}
    found = {
        titles.get(entry.governs, ""): ([u.text for u in entry.lead], [u.text for u in entry.responsible])
        for entry in assignments(document, sections)
    }
    assert {title: found.get(title) for title in sample.assignments} == sample.assignments


# What metadata holds without: parentheses round notes, the colon after addressees, brackets and words of a date.
_FORM_ONLY = set("（）()【】[]〔〕„‟：:。，,；;？?！!、年月日-—.《》 ")


def _content(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace() and char not in _FORM_ONLY)


@each_sample
def test_nothing_is_dropped_silently(sample: Sample) -> None:
    found = import_text(sample.text)
    document = found.document
    kept = "".join(block.text + "".join("".join(row) for row in block.rows) for block in document.blocks)
    metadata = document.metadata
    texts = "".join(
        str(getattr(metadata, key)) for key in metadata.__dataclass_fields__ if key not in ("units", "place")
    )
    listed = "".join(entry.text for entry in found.noise)
    lost = _content(sample.text) - _content(kept + texts + listed)
    dates = [
        text for role, text in sample.lines if role == "signature-date" or ("月" in text and role.startswith("sign"))
    ]
    allowed = _content("".join(dates) + "印发抄送（代章）" * 2 + "20260000")
    assert lost - allowed == Counter()


@each_sample
def test_line_ends_do_not_matter(sample: Sample) -> None:
    windows = import_text(sample.text.replace("\n", "\r\n"))
    unix = import_text(sample.text)
    assert windows.roles == unix.roles
    assert [block.text for block in windows.document.blocks] == [block.text for block in unix.document.blocks]


@each_sample
def test_half_width_marks_change_no_role_and_no_heading(sample: Sample) -> None:
    crawled = sample.text.translate(str.maketrans("，：；？！（）", ",:;?!()"))
    found, whole = import_text(crawled), import_text(sample.text)
    assert found.roles == whole.roles
    assert [(b.kind, b.level) for b in found.document.blocks] == [(b.kind, b.level) for b in whole.document.blocks]
    assert [block.text for block in found.document.blocks] == [block.text for block in whole.document.blocks]


@each_sample
def test_spaces_and_blank_lines_change_no_heading(sample: Sample) -> None:
    spread = "\n\n".join("\u3000\u3000" + line for line in sample.text.split("\n"))
    titles = [(level, title) for level, title, _ in headings(import_text(spread))]
    assert titles == [(level, title) for level, title, _ in sample.headings]
