"""The trace as a picture: documents in columns from left to right, edges with quantity or amount."""

from __future__ import annotations

from dataclasses import dataclass, field

BOX_WIDTH, BOX_HEIGHT, GAP_X, GAP_Y, TOP = 160, 50, 77, 22, 34
#: Boxes of a column that are drawn until all are asked for, and lines or documents of one portion.
SHOWN = PORTION = 12


@dataclass
class Node:
    """A document, or a line of one."""

    key: str
    column: int
    title: str
    text: str
    href: str = ""
    is_open: bool = False
    here: bool = False
    x: int = 0
    y: int = 0


@dataclass
class Edge:
    source: str
    target: str
    label: str
    below: str = ""
    path: str = ""
    x: int = 0
    y: int = 0


@dataclass
class Picture:
    """Nodes and edges; ``draw`` gives them places. Beyond ``shown`` nodes a column says how many more.

    It shows the portion after a key: ``left`` lines or documents come behind ``last``; ``unread`` rows are in none.
    """

    columns: list[str]
    shown: int | None = SHOWN
    by_line: bool = False
    after: int = 0
    last: int = 0
    left: int = 0
    unread: int = 0
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str], Edge] = field(default_factory=dict)
    hidden: dict[int, set[str]] = field(default_factory=dict)
    width: int = 0
    height: int = 0

    def node(self, key: str, column: int, title: str, text: str, href: str = "", **marks: bool) -> None:
        if key in self.nodes:
            return
        drawn = sum(1 for known in self.nodes.values() if known.column == column)
        if self.shown is not None and drawn >= self.shown:
            self.hidden.setdefault(column, set()).add(key)
            return
        self.nodes[key] = Node(key, column, title, text, href, **marks)

    def edge(self, source: str, target: str, label: str, below: str = "") -> None:
        self.edges.setdefault((source, target), Edge(source, target, label, below))

    def draw(self) -> Picture:
        rows: dict[int, int] = {}
        for node in self.nodes.values():
            row = rows.get(node.column, 0)
            rows[node.column] = row + 1
            node.x = 8 + node.column * (BOX_WIDTH + GAP_X)
            node.y = TOP + row * (BOX_HEIGHT + GAP_Y)
        self._drop_loose()
        for edge in self.edges.values():
            self._draw_edge(edge)
        self.width = len(self.columns) * (BOX_WIDTH + GAP_X) - GAP_X + 16
        self.height = TOP + max([*rows.values(), 1]) * (BOX_HEIGHT + GAP_Y) + (16 if self.hidden else 0)
        return self

    def heads(self) -> list[tuple[int, str]]:
        return [(8 + place * (BOX_WIDTH + GAP_X), title) for place, title in enumerate(self.columns)]

    def more(self) -> list[tuple[int, int, int]]:
        """Answer (x, y, how many) for the columns that show only their first nodes."""
        y = TOP + SHOWN * (BOX_HEIGHT + GAP_Y) + 4
        return [(8 + column * (BOX_WIDTH + GAP_X), y, len(keys)) for column, keys in self.hidden.items()]

    def not_drawn(self) -> int:
        """Answer how many boxes of this portion all columns leave out."""
        return sum(len(keys) for keys in self.hidden.values())

    def listing(self) -> list[tuple[Node, str, Node]]:
        """Answer the edges in words, for readers who do not see the picture."""
        edges = self.edges.values()
        return [
            (self.nodes[e.source], " · ".join(filter(None, (e.below, e.label))), self.nodes[e.target]) for e in edges
        ]

    def _drop_loose(self) -> None:
        self.edges = {
            ends: edge for ends, edge in self.edges.items() if ends[0] in self.nodes and ends[1] in self.nodes
        }

    def _draw_edge(self, edge: Edge) -> None:
        source, target = self.nodes[edge.source], self.nodes[edge.target]
        x1, y1 = source.x + BOX_WIDTH, source.y + BOX_HEIGHT // 2
        x2, y2 = target.x, target.y + BOX_HEIGHT // 2
        bend = (x2 - x1) // 2
        edge.path = f"M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
        if target.column - source.column > 1:  # below the boxes between, not behind them as if it were theirs
            lane, half, start, end = source.y + BOX_HEIGHT + GAP_Y // 2, GAP_X // 2, x1 + GAP_X, x2 - GAP_X
            edge.path = f"M{x1} {y1} C{x1 + half} {y1} {start - half} {lane} {start} {lane} H{end} "
            edge.path += f"C{end + half} {lane} {x2 - half} {y2} {x2} {y2}"
        fan_out = sum(1 for other in self.edges.values() if other.source == edge.source)
        fan_in = sum(1 for other in self.edges.values() if other.target == edge.target)
        near_source = fan_in > fan_out
        edge.x = (x1 + 8) if near_source else (x2 - 8)
        edge.y = (y1 if near_source else y2) - 6

    def anchor(self, edge: Edge) -> str:
        return "start" if edge.x < self.nodes[edge.target].x - GAP_X // 2 else "end"

    def drawn_edges(self) -> list[tuple[Edge, str]]:
        return [(edge, self.anchor(edge)) for edge in self.edges.values()]
