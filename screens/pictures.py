"""Pictures that a view carries as data URIs, handed to QML without the network stack that it would ask."""

from __future__ import annotations

import base64
from urllib.parse import unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

PREFIX = "data:image/png;base64,"


class DataPictures(QQuickImageProvider):
    """`image://data/` and a percent-encoded data URI of a PNG."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        picture = QImage.fromData(base64.b64decode(unquote(id).removeprefix(PREFIX)))
        size.setWidth(picture.width())
        size.setHeight(picture.height())
        return picture
