pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The route across the zone: a line through small stops, the present one a white pill with the dot.
RouteBase {
    id: root

    readonly property real space: (root.width - (root.steps - 1) * root.stop - pill.width) / Math.max(1, root.steps - 1)

    implicitHeight: Math.max(Theme.mm(14.4), words.implicitHeight + Theme.mm(2.8))

    Item {
        anchors.fill: parent
        transform: Scale {
            origin.x: root.width / 2
            xScale: root.LayoutMirroring.enabled ? -1 : 1
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.onZoneQuiet
            height: root.line
            opacity: Theme.colors.outlined ? 1 : 0.6
            width: root.width - root.stop
            x: root.stop / 2
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.onZone
            height: root.line
            width: place.x
            x: root.stop / 2
        }

        Repeater {
            model: root.steps

            RouteStop {
                required property int index

                anchors.verticalCenter: parent.verticalCenter
                passed: index < root.step - 1
                visible: index !== root.step - 1
                width: root.stop
                x: index * (root.stop + root.space) + (index < root.step ? 0 : pill.width - root.stop)
            }
        }

        Item {
            id: place

            height: pill.height
            width: pill.width
            x: (root.at - 1) * (root.stop + root.space)
        }
    }

    Rectangle {
        id: pill

        color: Theme.colors.onZone
        height: root.height
        radius: height / 2
        width: words.implicitWidth + Math.round(height * 1.22) + Theme.mm(6.6)
        x: root.LayoutMirroring.enabled ? root.width - place.x - width : place.x

        Dot {
            id: dot

            anchors.left: parent.left
            anchors.leftMargin: Math.round(parent.height * 0.3)
            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(parent.height * 0.65)
        }

        Words {
            id: words

            anchors.left: dot.right
            anchors.leftMargin: Math.round(parent.height * 0.27)
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.zone
            role: Theme.label
            text: root.label
            wrapMode: Text.NoWrap
        }
    }
}
