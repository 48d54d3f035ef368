"""Every command says what it does, and ends its help with examples that run."""

from __future__ import annotations

import shlex

import pytest
import typer
from typer.testing import CliRunner

from certify_app.cli.main import command_modules, examples, load, make_app

NAMES = sorted(command_modules())
WITH_EXAMPLES = [name for name in NAMES if examples(name)]


@pytest.mark.parametrize("name", NAMES)
def test_its_help_says_what_it_does(name: str) -> None:
    done = CliRunner().invoke(make_app(name), [name, "--help"], env={"COLUMNS": "200"})
    assert done.exit_code == 0
    assert load(name).__doc__


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_its_help_shows_how(name: str) -> None:
    done = CliRunner().invoke(make_app(name), [name, "--help"], env={"COLUMNS": "200"})
    first = (examples(name) or "").split("\n\n")[1]
    assert f"certify {name}" in first
    assert first in done.stdout


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_its_examples_name_options_that_there_are(name: str) -> None:
    for line in (examples(name) or "").split("\n\n")[1:]:
        words = [w for w in shlex.split(line) if w.startswith("--")]
        help_of = [w for w in shlex.split(line.split(f"certify {name}")[1])[:1] if w[:1].isalpha()]
        is_group = isinstance(load(name), typer.Typer)
        asked = [name, *(help_of if is_group else []), "--help"]
        said = CliRunner().invoke(make_app(name), asked, env={"COLUMNS": "200"}).stdout
        for word in words:
            assert word in said, line


def test_the_list_of_commands_names_each_once() -> None:
    shown = CliRunner().invoke(make_app(), ["--help"], env={"COLUMNS": "200"}).stdout
    for name in NAMES:
        assert f" {name} " in shown
