"""Settings, read once from the environment and `.env`, validated at start."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

CHECKOUT = Path(__file__).resolve().parent.parent


def home() -> Path:
    """Where `.env` is and relative paths start: the project's folder, else the working one.

    So a command finds the same data from whatever folder it is called.
    """
    return CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()


class Settings(BaseSettings):
    """Every setting of a deployment; `.env.example` explains each in full."""

    model_config = SettingsConfigDict(
        env_prefix="CERTIFY_", env_file=home() / ".env", extra="ignore", populate_by_name=True
    )

    port: int = Field(8000, ge=1, le=65535, validation_alias="PORT")
    bind: str = "127.0.0.1"
    demo: bool = False
    timezone: str = "Europe/London"
    currency: str = Field("GBP", pattern=r"^[A-Z]{3}$")
    mail_from: str = "Certify <certify@localhost>"
    reports_email: str = "registry@localhost"
    trusted_proxies: int = Field(0, ge=0, le=5)
    data_dir: Path = Field(Path("data"), validate_default=True)
    public_url: str = ""
    database_url: str = ""
    redis_url: str = ""
    smtp_url: str = ""
    worker_threads: int = Field(2, ge=0, le=32)
    stripe_secret_key: str = ""
    stripe_webhook_secret: str = ""
    stripe_api_base: str = ""
    secret: str = ""
    languages: Annotated[tuple[str, ...], NoDecode] = ("en", "cy")
    reveal_unregistered: bool = True
    webhooks_private: bool = False
    metrics_token: str = ""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"

    @field_validator("languages", mode="before")
    @classmethod
    def _split_languages(cls, value: object) -> object:
        return tuple(value.split(",")) if isinstance(value, str) else value

    @field_validator("timezone")
    @classmethod
    def _known_timezone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError(f"{value} is not a time zone; use a name such as Europe/London")
        return value

    @field_validator("data_dir")
    @classmethod
    def _from_home(cls, value: Path) -> Path:
        return home() / value

    @field_validator("public_url")
    @classmethod
    def _whole_address(cls, value: str) -> str:
        if value and (
            urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).netloc
        ):
            raise ValueError("give the whole address, such as https://certificates.example.org")
        return value.rstrip("/")

    @field_validator("redis_url")
    @classmethod
    def _redis_scheme(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in {"redis", "rediss", "unix"}:
            raise ValueError("give a Redis address, such as redis://localhost:6379/0")
        return value

    @field_validator("smtp_url")
    @classmethod
    def _smtp_scheme(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in {"smtp", "smtps"}:
            raise ValueError(
                "give a mail server, such as smtp://user:password@mail.example.org:587"
            )
        return value

    @property
    def address(self) -> str:
        """The address learners use, without a slash at its end."""
        return self.public_url or f"http://localhost:{self.port}"

    @property
    def secure(self) -> bool:
        """Whether learners come by https, so cookies may be bound to it."""
        return self.address.startswith("https://")

    @property
    def database(self) -> str:
        """The SQLAlchemy URL; SQLite in the data folder until one is set."""
        if not self.database_url:
            return f"sqlite:///{self.data_dir / 'certify.db'}"
        return self.database_url.replace("postgresql://", "postgresql+psycopg://", 1)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


class BadSettings(Exception):
    """The environment holds a value that Certify cannot run with."""


def read_settings() -> Settings:
    """Read and validate the environment.

    Raises:
        BadSettings: one line per wrong setting, naming its variable.
    """
    try:
        return Settings()
    except ValidationError as error:
        lines = (
            f"{_variable(e['loc'])}: {e['msg'].removeprefix('Value error, ')}"
            for e in error.errors()
        )
        raise BadSettings("\n".join(lines)) from None


def _variable(loc: tuple[int | str, ...]) -> str:
    name = str(loc[0]) if loc else "settings"
    return name if name == "PORT" else f"CERTIFY_{name.upper()}"


@cache
def settings() -> Settings:
    return read_settings()
