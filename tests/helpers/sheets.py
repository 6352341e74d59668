"""Printed sheets of labels, looked at again: each label of a PDF as gray values; knows no label."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from clienteling.desktop.labels.domain import place
from clienteling.desktop.scanning.gray import from_image

DOTS = 300
"""An inch, as an office printer prints and a phone sees."""
INCH = 25.4


def labels(file, paper, count, dots=DOTS):
    """Each label cut out of its page."""
    document = QPdfDocument()
    assert document.load(str(file)) == QPdfDocument.Error.None_
    scale = dots / INCH
    pages = {}
    for number in range(count):
        page, left, top = place(paper, number)
        if page not in pages:
            pages[page] = _printed(document, page, QSize(*(round(side * scale) for side in paper.page)))
        corner = [round(side * scale) for side in (left, top)]
        yield from_image(pages[page].copy(QRect(*corner, *(round(side * scale) for side in paper.label))))
    assert document.pageCount() == max(pages) + 1


def words(file):
    """All that can be read in the PDF."""
    document = QPdfDocument()
    document.load(str(file))
    return "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))


def _printed(document, page, size):
    """What the page is on white paper: a PDF alone has none."""
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    return paper
