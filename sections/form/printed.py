"""The printed cells of a table, worked out from its declaration: bands, heads over heads, labels, numbers."""

from collections.abc import Iterator, Sequence

from sections.form.elements import Block, Cell, Shape, path_of


def printed_cells(section: str, shape: Shape, blocks: Sequence[Block], note: str) -> tuple[Cell, ...]:
    """Every cell of a table, row by row; ``note`` is the text in the corner of a matrix."""
    if shape is Shape.BANDED:
        return tuple(_banded(section, blocks))
    (block,) = blocks
    return tuple(_matrix(section, block, note) if shape is Shape.MATRIX else _strip(section, block))


def _banded(section: str, blocks: Sequence[Block]) -> Iterator[Cell]:
    widest = max(len(block.columns) for block in blocks)
    line = 0
    for block in blocks:
        yield Cell(line, 0, block.band, colspan=1 + widest, head=True, is_band=True)
        yield Cell(line + 1, 0, block.row_head, head=True)
        spans = _spans(len(block.columns), widest)
        for column, (start, span) in zip(block.columns, spans, strict=True):
            yield Cell(line + 1, 1 + start, column.label, colspan=span, head=True)
        line += 2
        for row in block.rows:
            yield Cell(line, 0, row.label)
            for column, (start, span) in zip(block.columns, spans, strict=True):
                path = path_of(section, row, column, block)
                yield Cell(line, 1 + start, path=path, colspan=span)
            line += 1


def _spans(count: int, width: int) -> list[tuple[int, int]]:
    """Start and span of ``count`` columns over ``width``; the last takes what is left."""
    return [(i, 1 if i < count - 1 else width - i) for i in range(count)]


def _matrix(section: str, block: Block, note: str) -> Iterator[Cell]:
    labels = max(row.level for row in block.rows) + 1
    heads = [(*column.groups, column.label) for column in block.columns]
    depth = max(map(len, heads))
    yield Cell(0, 0, note, rowspan=depth, colspan=labels, head=True, is_note=True)
    yield from _heads(heads, depth, labels)
    started: set[str] = set()
    for line, row in enumerate(block.rows, start=depth):
        for level, group in enumerate(row.groups):
            if group not in started:
                started.add(group)
                span = sum(group in other.groups for other in block.rows)
                yield Cell(line, level, group, rowspan=span, vertical=level == 0)
        yield Cell(line, row.level, row.label, colspan=labels - row.level)
        yield from _numbers(section, block, line, labels, [row.name])


def _strip(section: str, block: Block) -> Iterator[Cell]:
    heads = [(*row.groups, row.label, column.label) for row in block.rows for column in block.columns]
    depth = max(map(len, heads))
    yield from _heads(heads, depth, 0)
    yield from _numbers(section, block, depth, 0, [row.name for row in block.rows])


def _numbers(section: str, block: Block, line: int, first: int, rows: Sequence[str]) -> Iterator[Cell]:
    cells = [(row, column) for row in block.rows if row.name in rows for column in block.columns]
    for place, (row, column) in enumerate(cells):
        yield Cell(line, first + place, path=path_of(section, row, column, block))


def _heads(heads: Sequence[tuple[str, ...]], depth: int, first: int) -> Iterator[Cell]:
    """Heads over heads: neighbours under the same heads share them, the lowest reach down."""
    for level in range(depth):
        start = 0
        for place, head in enumerate(heads):
            if level >= len(head):
                start = place + 1
                continue
            is_lowest = level == len(head) - 1
            following = heads[place + 1] if place + 1 < len(heads) else ()
            shared = (
                not is_lowest and len(following) > level + 1 and following[: level + 1] == head[: level + 1]
            )
            if not shared:
                yield Cell(
                    level,
                    first + start,
                    head[level],
                    rowspan=depth - level if is_lowest else 1,
                    colspan=place - start + 1,
                    head=True,
                )
                start = place + 1
