"""The rows of a table in a document → blocks: the paragraphs of one that sets out the page, the rows of one of data."""

LONG_CELL = 200  # characters; as in a page


def rows_as_blocks(rows: list[list[list[str]]]) -> list[str]:
    """A block a row, cells parted by a bar; where cells hold running text or the row has but one, their paragraphs.

    `rows` are lists of cells, a cell is a list of its paragraphs.
    """
    blocks: list[str] = []
    for row in rows:
        cells = [" ".join(each.strip() for each in cell if each.strip()) for cell in row]
        filled = [each for each in cells if each]
        if len(filled) > 1 and all(len(each) <= LONG_CELL for each in filled):
            blocks.append(" | ".join(filled))
        else:
            blocks += [paragraph for cell in row for paragraph in cell]
    return blocks
