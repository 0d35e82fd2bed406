pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A sheet that comes from below over the same screen, with the one flat cover behind it.
FocusScope {
    id: root

    required property real sheetHeight

    default property alias content: inside.data
    readonly property bool moving: rise.running
    property real drop: 0

    // A touch beside the sheet, and one on it where there is no button.
    signal outside()
    signal blank()

    function settle(): void {
        if (rise.running)
            rise.complete()
    }

    Component.onCompleted: {
        root.forceActiveFocus()
        if (!Theme.calm)
            rise.start()
    }

    NumberAnimation {
        id: rise

        duration: 200
        easing.type: Easing.OutCubic
        from: root.sheetHeight
        property: "drop"
        target: root
        to: 0
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.cover

        MouseArea {
            anchors.fill: parent
            onPressed: root.outside()
        }
    }

    Rectangle {
        id: sheet

        border.color: Theme.colors.ink
        border.width: Theme.colors.outlined ? Theme.line : 0
        color: Theme.colors.ground
        height: root.sheetHeight
        topLeftRadius: Theme.sheetRadius
        topRightRadius: Theme.sheetRadius
        width: parent.width
        y: root.height - root.sheetHeight + root.drop

        MouseArea {
            anchors.fill: parent
            onPressed: root.blank()
        }

        Item {
            id: inside

            anchors.bottomMargin: Theme.mm(14.4)
            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            anchors.topMargin: Theme.mm(17)
        }
    }
}
