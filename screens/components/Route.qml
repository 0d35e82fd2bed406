pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// Where one is: a line through the stops, the present one a pill with the dot. In landscape the line runs down the
// margin and the pill stands at its own place.
Item {
    id: root

    required property int step
    required property int steps
    required property string label

    readonly property real stop: Theme.mm(7.2)
    readonly property real line: Theme.mm(1.1)
    readonly property real space: (root.width - (root.steps - 1) * root.stop - pill.width) / Math.max(1, root.steps - 1)
    readonly property real fall: Theme.mm(27)

    Accessible.name: root.label
    Accessible.role: Accessible.StaticText
    implicitHeight: Math.max(Theme.mm(14.4), words.implicitHeight + Theme.mm(2.8))

    component Line: Rectangle {
        property bool passed: true

        color: passed ? Theme.colors.onZone : Theme.colors.onZoneQuiet
        opacity: passed || Theme.colors.outlined ? 1 : 0.6
    }

    Line {
        height: Theme.landscape ? root.fall * (root.steps - 1) : root.line
        passed: false
        width: Theme.landscape ? root.line : root.width - root.stop
        x: Theme.landscape ? down.middle - width / 2 : root.stop / 2
        y: root.height / 2 - (Theme.landscape ? 0 : root.line / 2)
    }

    Line {
        height: Theme.landscape ? root.fall * (root.step - 1) : root.line
        width: Theme.landscape ? root.line : pill.x
        x: Theme.landscape ? down.middle - width / 2 : root.stop / 2
        y: root.height / 2 - (Theme.landscape ? 0 : root.line / 2)

        Behavior on height {
            enabled: Theme.landscape && !Theme.calm

            NumberAnimation {
                duration: 260
                easing.type: Easing.InOutCubic
            }
        }
    }

    Item {
        id: down

        readonly property real middle: -Math.round(Theme.margin / 2)
    }

    Repeater {
        model: root.steps

        Rectangle {
            required property int index

            readonly property bool passed: index < root.step - 1
            readonly property bool present: index === root.step - 1

            border.color: passed ? Theme.colors.onZone : Theme.colors.onZoneQuiet
            border.width: passed ? 0 : Math.max(2, Theme.mm(1.1))
            color: passed ? Theme.colors.onZone : Theme.colors.zone
            height: root.stop
            radius: width / 2
            visible: !present
            width: root.stop
            x: Theme.landscape ? down.middle - width / 2 : index < root.step ? index * (root.stop + root.space) : pill.place + pill.width + root.space + (index - root.step) * (root.stop + root.space)
            y: root.height / 2 - height / 2 + (Theme.landscape ? index * root.fall : 0)
        }
    }

    Rectangle {
        id: pill

        readonly property real place: Theme.landscape ? 0 : (root.step - 1) * (root.stop + root.space)

        color: Theme.colors.onZone
        height: root.height
        radius: height / 2
        width: words.x + words.implicitWidth + Theme.mm(6.6)
        x: pill.place

        Behavior on x {
            enabled: !Theme.calm

            NumberAnimation {
                duration: 260
                easing.type: Easing.InOutCubic
            }
        }

        Dot {
            anchors.verticalCenter: parent.verticalCenter
            visible: !Theme.landscape
            width: Math.round(parent.height * 0.65)
            x: Math.round(parent.height * 0.3)
        }

        Words {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.colors.zone
            role: Theme.label
            text: root.label
            wrapMode: Text.NoWrap
            x: Theme.landscape ? Theme.mm(6.6) : Math.round(parent.height * 1.22)
        }
    }

    Dot {
        visible: Theme.landscape
        width: Math.round(root.stop * 1.5)
        x: down.middle - width / 2
        y: root.height / 2 - height / 2 + (root.step - 1) * root.fall

        Behavior on y {
            enabled: !Theme.calm

            NumberAnimation {
                duration: 260
                easing.type: Easing.InOutCubic
            }
        }
    }
}
