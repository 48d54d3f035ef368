from __future__ import annotations

import json
from pathlib import Path

from certify_app.build.prerendered import (
    FALLBACK,
    MANIFEST,
    drop_copies,
    script_hashes,
    set_language,
    show_content_first,
    write_manifest,
)


def test_each_inline_script_is_hashed_once() -> None:
    html = "<script>run()</script><script>run()</script><script type=module>go()</script>"
    assert len(script_hashes(html)) == 2


def test_a_script_from_a_file_needs_no_hash() -> None:
    assert script_hashes('<script src="/assets/a.js"></script>') == []


def test_the_text_is_hashed_as_it_stands() -> None:
    assert script_hashes("<script> a\n</script>") != script_hashes("<script>a</script>")


def test_the_language_of_a_page_is_set_on_its_root_alone() -> None:
    html = '<!DOCTYPE html><html lang="en"><body><p lang="en">x</p></body></html>'
    assert set_language(html, "cy") == html.replace('<html lang="en"', '<html lang="cy"')


def test_the_manifest_names_pages_as_browsers_ask_for_them(tmp_path: Path) -> None:
    client = tmp_path / "client"
    (client / "cy" / "orders").mkdir(parents=True)
    for name in ("index.html", "cy/orders/index.html", FALLBACK):
        (client / name).write_text(f"<script>{name}</script>")
    write_manifest(client)
    written = json.loads((tmp_path / MANIFEST).read_text())
    assert written.keys() == {"/", "/cy/orders", FALLBACK}
    assert len(set(map(tuple, written.values()))) == 3


def test_the_second_copy_of_a_page_goes(tmp_path: Path) -> None:
    (tmp_path / "orders").mkdir()
    (tmp_path / "orders" / "index.html").touch()
    for name in ("index.html", "orders.html", FALLBACK):
        (tmp_path / name).touch()
    drop_copies(tmp_path)
    assert not (tmp_path / "orders.html").exists()
    assert {f.name for f in tmp_path.iterdir()} == {"index.html", "orders", FALLBACK}


def test_a_hash_is_what_the_content_policy_of_a_browser_expects() -> None:
    """The example of the W3C's Content Security Policy Level 3, section 6.7.3.3."""
    assert script_hashes("<script>alert('Hello, world.');</script>") == [
        "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
    ]


def test_scripts_make_way_for_styles_and_fonts() -> None:
    html = '<link rel="modulepreload" href="/a.js"/><link rel="preload" as="font" href="/f"/>'
    assert show_content_first(html) == html.replace(
        '<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"'
    )
