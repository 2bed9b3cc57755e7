"""An independent judge of every part we write: children in the sequence of ECMA-376's schemas, none it does not know.

Word refuses a file whose elements stand out of order; LibreOffice does not, so a rendered page proves nothing here.
"""

import io
import zipfile
from functools import cache
from itertools import pairwise

from lxml import etree

PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}

_BLOCKS = "(p tbl sdt customXml bookmarkStart bookmarkEnd)*"
_INLINES = "(r ins del hyperlink fldSimple smartTag sdt bookmarkStart bookmarkEnd proofErr)*"
_FILL = "(a:noFill a:solidFill a:gradFill a:pattFill)"
_P_PR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_BORDERS = "top (left start) bottom (right end)"
# Parent → its children in order. (a b) is a choice, * may come again; a name without prefix is WordprocessingML's.
SEQUENCES = {
    # 17.2–17.6: document, paragraphs, runs, sections
    "w:document": "background body",
    "w:body": f"{_BLOCKS} sectPr",
    "w:ftr": _BLOCKS,
    "w:hdr": _BLOCKS,
    "w:p": f"pPr {_INLINES}",
    "w:pPr": _P_PR,
    "w:pBdr": "top left bottom right between bar",
    "w:tabs": "tab*",
    "w:numPr": "ilvl numId",
    "w:ins": "r*",
    "w:del": "r*",
    "w:r": (
        "rPr (t delText tab br cr sym noBreakHyphen softHyphen drawing pict fldChar instrText mc:AlternateContent)*"
    ),
    "w:rPr": (
        "ins del rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
        "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
        "vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "w:sectPr": (
        "(headerReference footerReference)* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
        "sectPrChange"
    ),
    # 17.4: tables
    "w:tbl": "(bookmarkStart bookmarkEnd)* tblPr tblGrid (tr sdt customXml)*",
    "w:tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "w:tblBorders": f"{_BORDERS} insideH insideV",
    "w:tblCellMar": _BORDERS,
    "w:tblGrid": "gridCol* tblGridChange",
    "w:tr": "tblPrEx trPr (tc sdt customXml)*",
    "w:trPr": (
        "(cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden)* "
        "ins del trPrChange"
    ),
    "w:tc": f"tcPr {_BLOCKS}",
    "w:tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    ),
    "w:tcBorders": f"{_BORDERS} insideH insideV tl2br tr2bl",
    "w:tcMar": _BORDERS,
    # 17.7, 17.8, 17.15: styles, fonts, settings
    "w:styles": "docDefaults latentStyles style*",
    "w:docDefaults": "rPrDefault pPrDefault",
    "w:rPrDefault": "rPr",
    "w:pPrDefault": "pPr",
    "w:latentStyles": "lsdException*",
    "w:style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr*"
    ),
    "w:fonts": "font*",
    "w:font": (
        "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic"
    ),
    "w:settings": (
        "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
        "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData "
        "embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
        "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors "
        "hideGrammaticalErrors activeWritingStyle* proofState formsDesign attachedTemplate linkStyles "
        "stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions "
        "doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet "
        "defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope "
        "summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting "
        "bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing "
        "displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin "
        "drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning "
        "characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore "
        "savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText "
        "doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
        "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr "
        "attachedSchema* themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures "
        "forceUpgrade captions readModeInkLockDown smartTagType* schemaLibrary shapeDefaults doNotEmbedSmartTags "
        "decimalSymbol listSeparator"
    ),
    "w:compat": (
        "spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn "
        "adjustLineHeightInTable doNotSnapToGridInCell applyBreakingRules doNotWrapTextWithPunct "
        "doNotUseEastAsianBreakRules useFELayout useAltKinsokuLineBreakRules compatSetting*"
    ),
    # 20.1, 20.4 and [MS-ODRAWXML] 2.18: drawings
    "w:drawing": "(wp:anchor wp:inline)*",
    "wp:anchor": (
        "wp:simplePos wp:positionH wp:positionV wp:extent wp:effectExtent (wp:wrapNone wp:wrapSquare wp:wrapTight "
        "wp:wrapThrough wp:wrapTopAndBottom) wp:docPr wp:cNvGraphicFramePr a:graphic"
    ),
    "wp:positionH": "(wp:align wp:posOffset)",
    "wp:positionV": "(wp:align wp:posOffset)",
    "wp:cNvGraphicFramePr": "a:graphicFrameLocks",
    "a:graphic": "a:graphicData",
    "a:graphicData": "wps:wsp",
    "wps:wsp": "wps:cNvPr (wps:cNvSpPr wps:cNvCnPr) wps:spPr wps:style wps:extLst (wps:txbx wps:linkedTxbx) wps:bodyPr",
    "wps:spPr": f"a:xfrm (a:custGeom a:prstGeom) {_FILL} a:ln (a:effectLst a:effectDag) a:scene3d a:sp3d a:extLst",
    "wps:txbx": "txbxContent",
    "wps:bodyPr": "a:prstTxWarp (a:noAutofit a:normAutofit a:spAutoFit) a:scene3d (a:sp3d a:flatTx)",
    "w:txbxContent": _BLOCKS,
    "a:xfrm": "a:off a:ext",
    "a:prstGeom": "a:avLst",
    "a:ln": f"{_FILL} (a:prstDash a:custDash) (a:round a:bevel a:miter) a:headEnd a:tailEnd a:extLst",
    "a:solidFill": "(a:srgbClr a:schemeClr a:prstClr)",
    "mc:AlternateContent": "mc:Choice* mc:Fallback",
    "mc:Choice": "drawing",
    "mc:Fallback": "pict",
}
# What a parent cannot be without.
REQUIRED = {
    "w:tc": "w:p",
    "w:tbl": "w:tblGrid",
    "w:txbxContent": "w:p",
    "w:ftr": "w:p",
    "wp:anchor": "wp:docPr",
    "wps:wsp": "wps:bodyPr",
}


def _qualified(name: str) -> str:
    return name if ":" in name else f"w:{name}"


@cache
def _ranks(parent: str) -> tuple[dict[str, int], frozenset[int]]:
    """Return the place of each child in its parent's sequence, and the places that may be filled more than once."""
    ranks: dict[str, int] = {}
    repeated = set()
    place, inside = 0, False
    for word in SEQUENCES[parent].split():
        inside = inside or word.startswith("(")
        ranks[_qualified(word.strip("()*"))] = place
        if word.endswith("*"):
            repeated.add(place)
        inside = inside and ")" not in word
        place += not inside
    return ranks, frozenset(repeated)


def _name(element: etree._Element) -> str | None:
    """Return "w:p"; None for an element of no schema that is judged here (properties, relationships, content types)."""
    name = etree.QName(element)
    prefix = PREFIXES.get(name.namespace or "")
    return None if prefix is None else f"{prefix}:{name.localname}"


def _judge(parent: etree._Element) -> str:
    """Return what is wrong with the children of an element, empty where nothing is."""
    name, children = _name(parent), [str(_name(child)) for child in parent.iterchildren(tag=etree.Element)]
    if name is None or not (children or name in REQUIRED):
        return ""
    if name not in SEQUENCES:
        return f"{name} has children that the judge does not know: {children}"
    if name in REQUIRED and REQUIRED[name] not in children:
        return f"{name} has no {REQUIRED[name]}"
    ranks, repeated = _ranks(name)
    unknown = [child for child in children if child not in ranks]
    if unknown:
        return f"{name} may not hold {unknown}"
    places = [ranks[child] for child in children]
    wrong = [a for a, b in pairwise(places) if a > b or (a == b and a not in repeated)]
    return f"{name} holds {children}, which is out of order" if wrong else ""


def violations(docx: bytes) -> list[str]:
    """Return a sentence for every element out of order, in every part of a docx; empty: Word can read it."""
    found = []
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        for path in package.namelist():
            root = etree.fromstring(package.read(path))
            found += [f"{path}: {said}" for node in root.iter(etree.Element) if (said := _judge(node))]
            # A cell and a text box end with a paragraph, or Word calls the file damaged.
            ends = (node[-1] for node in root.iter(etree.Element) if _name(node) in {"w:tc", "w:txbxContent"})
            found += [f"{path}: a cell or text box does not end with a paragraph" for e in ends if _name(e) != "w:p"]
    return found
