pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../theme"

// Where a paper comes out, and what the printer said of it.
ScreenFrame {
    id: root

    required property var places
    required property var notice
    required property var again
    required property var done
    // What printing it once more is.
    property string event: ""

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        Loader {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.mm(180)
            Layout.verticalStretchFactor: 1000
            active: root.places !== undefined && root.places !== null
            visible: active

            sourceComponent: KioskDrawing {
                look: "slot"
                readerSide: root.places.reader
                slotSide: root.places.slot
            }
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.notice
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        SecondaryButton {
            Layout.fillWidth: true
            button: root.again
            event: root.event
            onActed: (event, payload) => root.act(event, payload)
        }

        PrimaryButton {
            Layout.fillWidth: true
            button: root.done
            event: "done"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
