"""Writes labels as PDF, a few at a time; knows no screen and not what stands on them."""

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from clienteling.desktop.labels.domain import Label, Paper, place
from clienteling.desktop.labels.viewmodel_paint import UNIT, paint
from clienteling.desktop.runtime.problems import Problem

INCH = 25.4
SLICE = 0.008
"""Seconds of painting before the screen has its turn."""


async def write(file: Path, paper: Paper, labels: Sequence[Label], told: Callable[[int], object]) -> None:
    """Write them all, or nothing: cancelled or without room what lay there before still does.

    `told` hears how many are painted. Raises Problem with what to do when the file cannot be written.
    """
    saved = QSaveFile(str(file))
    if not saved.open(QIODevice.OpenModeFlag.WriteOnly):
        raise _refused(file)
    try:
        await _paint_all(_opened(saved, paper), paper, labels, told)
    except BaseException:
        saved.cancelWriting()
        saved.commit()
        raise
    if not saved.commit():
        raise _refused(file)


def _refused(file: Path) -> Problem:
    return Problem(
        "The labels could not be written to {folder}. Make room there or choose another folder, then save again.",
        folder=str(file.parent),
    )


def _opened(saved: QSaveFile, paper: Paper) -> QPdfWriter:
    pdf = QPdfWriter(saved)
    pdf.setCreator("Clienteling")
    pdf.setResolution(round(INCH * UNIT))
    pdf.setPageLayout(
        QPageLayout(
            QPageSize(QSizeF(*paper.page), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch),
            QPageLayout.Orientation.Portrait,
            QMarginsF(),
        )
    )
    return pdf


async def _paint_all(pdf: QPdfWriter, paper: Paper, labels: Sequence[Label], told: Callable[[int], object]) -> None:
    painter, turn, page = QPainter(pdf), time.monotonic(), 0
    try:
        for number, label in enumerate(labels):
            on, left, top = place(paper, number)
            if on > page:
                page = on
                pdf.newPage()
            painter.resetTransform()
            painter.translate(left * UNIT, top * UNIT)
            paint(painter, paper, label)
            if time.monotonic() - turn > SLICE:
                told(number + 1)
                await asyncio.sleep(0)
                turn = time.monotonic()
    finally:
        painter.end()
