pragma ComponentBehavior: Bound

import QtQuick

// The town hall's open door.
Rectangle {
    id: root

    property real foot: 0

    bottomLeftRadius: root.foot
    bottomRightRadius: root.foot
    topLeftRadius: root.width / 2
    topRightRadius: root.width / 2
}
