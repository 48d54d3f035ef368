"""What of pdf.js's own bar is shown, under the guide's names (guide 4.2.2)."""

from __future__ import annotations

from certify_app.locales import N_, _

HIDDEN = (
    "printButton",
    "downloadButton",
    "secondaryPrint",
    "secondaryDownload",
    "secondaryOpenFile",
    "viewBookmark",
    "viewBookmarkSeparator",
    "editorModeButtons",
    "editorModeSeparator",
    "viewsManagerAddFileButton",
    "viewsManagerStatus",
    "viewsManagerSelectorButton",
    "imageAltTextSettings",
    "imageAltTextSettingsSeparator",
    "documentProperties",
    "presentationMode",
    "scrollHorizontal",
    "scrollWrapped",
)
OPTIONS = {
    "supportsPrinting": False,
    "annotationEditorMode": -1,
    "enableScripting": False,
    "enableXfa": False,
    "disableHistory": True,
    "viewOnLoad": 1,
    "enableSplitMerge": False,
    "enableMerge": False,
}
LABELS = {
    "viewsManagerToggleButton": N_("Side panel"),
    "viewFindButton": N_("Find in document"),
    "previous": N_("Previous page"),
    "next": N_("Next page"),
    "pageNumber": N_("Page"),
    "zoomOutButton": N_("Zoom out"),
    "zoomInButton": N_("Zoom in"),
    "scaleSelect": N_("Zoom"),
    "secondaryToolbarToggleButton": N_("Page options"),
    "firstPage": N_("First page"),
    "lastPage": N_("Last page"),
    "pageRotateCw": N_("Rotate clockwise"),
    "pageRotateCcw": N_("Rotate counter-clockwise"),
    "cursorSelectTool": N_("Select text"),
    "cursorHandTool": N_("Pan"),
    "scrollPage": N_("Each page separate"),
    "scrollVertical": N_("Continuous document"),
    "spreadNone": N_("Single page"),
    "spreadOdd": N_("Double page"),
    "spreadEven": N_("Cover facing"),
}
# pdf.js drops previous, next and the zoom list on narrow screens, where the guide wants
# them as well: they are put back, and room is made for them.
STYLES = (
    ",".join(f"#{name}" for name in HIDDEN)
    + """{display:none!important}
:root{--body-bg-color:#e9e5dc;--toolbar-bg-color:#fffefb;--toolbar-border-color:#e3dfd5;
--toolbar-height:44px;--button-hover-color:#e6ecee;--toggled-btn-bg-color:#d5e2e8;
--focus-ring-color:#17516f;--outline-color:#17516f;--progressBar-color:#17516f;--doorhanger-bg-color:#fffefb;
--doorhanger-hover-bg-color:#e6ecee;--dropdown-btn-bg-color:#fffefb}
@media(prefers-color-scheme:dark){:root{--body-bg-color:#0b111d;--toolbar-bg-color:#162033;
--toolbar-border-color:#2b3750;--button-hover-color:#1d3247;--toggled-btn-bg-color:#23486b;
--focus-ring-color:#93c8e4;--progressBar-color:#93c8e4;--doorhanger-bg-color:#162033;
--doorhanger-hover-bg-color:#1d3247;--dropdown-btn-bg-color:#162033;--main-color:#f4f1ea;
--toolbar-icon-bg-color:#d3d8e2;--toolbar-icon-hover-bg-color:#f4f1ea;--field-bg-color:#0e1524;
--field-color:#f4f1ea;--field-border-color:#74819a;--doorhanger-hover-color:#f4f1ea;
--toggled-btn-color:#f4f1ea;--doorhanger-separator-color:#2b3750;--separator-color:#2b3750}}
body,#outerContainer,#mainContainer{min-width:0!important}
button:focus-visible,select:focus-visible,input:focus-visible{outline:3px solid #d3a33b!important}
#previous,#next,.hiddenSmallView:has(#previous){display:inline-flex!important}
#scaleSelectContainer{display:flex!important}
@media(max-width:690px){:root{--toolbar-height:42px}
.toolbarButtonWithContainer:has(#viewFindButton),.verticalToolbarSeparator,.splitToolbarButtonSeparator,.toolbarButtonSpacer
{display:none!important}
#toolbarContainer{padding-inline:2px!important}#toolbarViewerLeft{margin-inline-start:0!important}
.toolbarHorizontalGroup{gap:0!important}.toolbarButton{width:34px;aspect-ratio:auto!important}
#scaleSelectContainer{width:84px!important;min-width:0!important}
#scaleSelect{padding-inline:4px 16px!important}#pageNumber{width:34px!important}}
@media(max-width:376px){.toolbarButton{width:32px}#numPages{display:none!important}
#scaleSelectContainer{width:64px!important}}"""
)


def labels() -> dict[str, str]:
    """The name of each control in the language being compiled."""
    return {control: _(label) for control, label in LABELS.items()}
