"""`certify audit`: what staff did, and the proof that nobody changed the log."""

import json

import typer

command = typer.Typer(help="The audit log.", no_args_is_help=True)


@command.callback()
def _audit() -> None:
    """The audit log."""


@command.command()
def verify(
    as_json: bool = typer.Option(False, "--json", help="Print one JSON document."),
) -> None:
    """Prove that nothing in the log was changed or removed. Ends with 1 if something was.

    Keep the hash that is printed elsewhere: it shows later that the end was not cut off.
    """
    from dataclasses import asdict

    from certify_app.db.engine import read_now
    from certify_app.domain.audit.verify_log import verify_audit_log

    proof = read_now(verify_audit_log)
    if as_json:
        print(json.dumps(asdict(proof) | {"holds": proof.holds}, indent=2))
    elif proof.holds:
        print(f"Nothing was changed: {proof.sealed:,} entries in {proof.seals:,} seals.")
        print(f"{proof.waiting:,} newer entries wait to be sealed, within minutes.")
        print(f"Last seal: {proof.hash}")
    else:
        print(f"The log was changed: seal {proof.broken} does not fit its entries,")
        print(f"those with numbers {proof.first_entry} to {proof.last_entry}.")
    if not proof.holds:
        raise typer.Exit(1)
