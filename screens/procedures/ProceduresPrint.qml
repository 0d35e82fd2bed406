pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// Where the leaflet comes out, and what the printer said of it.
ScreenFrame {
    id: root

    required property var places
    required property var notice
    required property var again
    required property var done

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
            event: "print_leaflet"
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
