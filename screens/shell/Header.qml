pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import "../theme"

// Whose kiosk this is, and the two pills; or the clock while nobody is here.
Item {
    id: root

    required property string town
    required property string kiosk
    required property string clock
    required property bool resting
    required property bool pills
    required property var contrast
    required property var language

    readonly property bool enlarged: root.resting && !Theme.small

    signal acted(string event, string payload)

    Mark {
        id: mark

        objectName: "mark"
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.top
        anchors.verticalCenterOffset: Theme.headerTop + Theme.headerHeight / 2
        height: implicitHeight
        width: Theme.mm(root.enlarged ? 18.3 : 15)

        // The technician's way in: nobody holds a mark for five seconds by chance (docs/admin.md).
        PointHandler {
            id: held

            enabled: root.resting
            margin: Theme.mm(4)
        }

        Timer {
            interval: 5000
            running: held.active
            onTriggered: root.acted("admin_ask", "")
        }
    }

    Column {
        anchors.left: mark.right
        anchors.leftMargin: Theme.mm(5)
        anchors.verticalCenter: mark.verticalCenter
        spacing: -Theme.mm(0.6)

        Words {
            color: Theme.colors.onZone
            font.pixelSize: Math.round(role.px * (root.enlarged ? 1.28 : 1))
            role: Theme.town
            text: root.town
            wrapMode: Text.NoWrap
        }

        Words {
            color: Theme.colors.onZoneQuiet
            font.pixelSize: Math.round(role.px * (root.enlarged ? 1.1 : 1))
            role: Theme.least
            text: root.kiosk
            wrapMode: Text.NoWrap
        }
    }

    Words {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: mark.verticalCenter
        color: Theme.colors.onZone
        font.features: { "tnum": 1 }
        role: Theme.clock
        text: root.clock
        visible: root.resting
        wrapMode: Text.NoWrap
    }

    Row {
        LayoutMirroring.enabled: root.LayoutMirroring.enabled
        anchors.left: Theme.landscape ? parent.left : undefined
        anchors.leftMargin: Theme.margin
        anchors.right: Theme.landscape ? undefined : parent.right
        anchors.rightMargin: Theme.margin
        spacing: Theme.gap
        visible: root.pills
        y: Theme.pillsTop

        Pill {
            button: root.contrast
            event: "contrast"
            icon: "circle-half"
            onActed: (event, payload) => root.acted(event, payload)
        }

        Pill {
            button: root.language
            event: "language"
            icon: "globe"
            onActed: (event, payload) => root.acted(event, payload)
        }
    }
}
