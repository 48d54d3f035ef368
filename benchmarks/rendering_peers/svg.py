"""PDF path operators as SVG, for programs that take pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

from certify_app.domain.documents.rendering.marks import LANDSCAPE

Matrix = tuple[float, float, float, float, float, float]
FLIPPED: Matrix = (1, 0, 0, -1, 0, LANDSCAPE.height)


@dataclass
class State:
    matrix: Matrix
    fill: str = "#000"
    stroke: str = "#000"
    weight: str = "1"


@dataclass
class Tracer:
    state: State
    kept: list[State] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    out: list[str] = field(default_factory=list)

    def take(self, token: str) -> None:
        if token[0].isdigit() or token[0] in "-.":
            self.numbers.append(token)
            return
        self._do(token)
        self.numbers = []

    def _do(self, operator: str) -> None:
        numbers, state = self.numbers, self.state
        if operator in "mlc":
            self.path.append(f"{operator.upper()}{' '.join(numbers)}")
        elif operator == "h":
            self.path.append("Z")
        elif operator == "re":
            x, y, width, height = numbers
            self.path.append(f"M{x} {y}h{width}v{height}h-{width}Z")
        elif operator == "q":
            self.kept.append(State(state.matrix, state.fill, state.stroke, state.weight))
        elif operator == "Q":
            self.state = self.kept.pop()
        elif operator == "cm":
            state.matrix = _product([float(n) for n in numbers], state.matrix)
        elif operator in ("rg", "RG"):
            setattr(state, "fill" if operator == "rg" else "stroke", _hex(numbers))
        elif operator == "w":
            state.weight = numbers[0]
        elif operator in "fSsB":
            self._paint(operator)

    def _paint(self, operator: str) -> None:
        fill = self.state.fill if operator in "fB" else "none"
        stroke = self.state.stroke if operator in "SsB" else "none"
        closed = "Z" if operator == "s" else ""
        matrix = " ".join(f"{n:.4f}" for n in self.state.matrix)
        self.out.append(
            f'<path transform="matrix({matrix})" fill="{fill}" stroke="{stroke}" '
            f'stroke-width="{self.state.weight}" d="{"".join(self.path)}{closed}"/>'
        )
        self.path = []


def svg(operators: str) -> str:
    tracer = Tracer(State(FLIPPED))
    for token in operators.split():
        tracer.take(token)
    box = f"0 0 {LANDSCAPE.width} {LANDSCAPE.height}"
    size = f'width="{LANDSCAPE.width}pt" height="{LANDSCAPE.height}pt"'
    body = "".join(tracer.out)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {size}>{body}</svg>'


def _product(new: list[float], old: Matrix) -> Matrix:
    a, b, c, d, e, f = new
    p, q, r, s, t, u = old
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _hex(numbers: list[str]) -> str:
    return "#" + "".join(f"{round(float(n) * 255):02x}" for n in numbers)
