pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A line of writing in a drawing.
Rectangle {
    color: Theme.colors.artLine
    radius: height / 2
}
