pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// From the low end of an interval to its high end; seen on the bar as well as beside it.
Item {
    id: root

    readonly property real thick: Theme.strong

    Repeater {
        model: [Theme.colors.surface, Theme.colors.ink]

        Item {
            id: stroke

            required property color modelData
            required property int index

            // The first one is an edge around the second.
            readonly property real rim: index === 0 ? Theme.mm(0.6) : 0

            anchors.fill: parent

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: stroke.modelData
                height: root.thick + 2 * stroke.rim
                width: parent.width
            }

            Repeater {
                model: 2

                Rectangle {
                    required property int index

                    anchors.verticalCenter: parent.verticalCenter
                    color: stroke.modelData
                    height: Math.round(root.height * 0.7) + 2 * stroke.rim
                    width: root.thick + 2 * stroke.rim
                    x: index * root.width - width / 2
                }
            }
        }
    }
}
