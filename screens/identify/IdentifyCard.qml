pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

// Put the document on the reader: where it is, that it stays there, and who reads it and why.
ScreenFrame {
    id: root

    required property string here
    required property var places
    required property var problem
    required property var leave
    required property var privacy
    required property var none

    arcade: Theme.landscape

    GridLayout {
        anchors.fill: parent
        columnSpacing: Theme.gutter
        columns: Theme.landscape ? 2 : 1
        rowSpacing: Theme.gap

        Notice {
            Layout.columnSpan: Theme.landscape ? 2 : 1
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.problem
        }

        KioskDrawing {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Theme.mm(Theme.landscape ? 240 : 194)
            Layout.preferredWidth: 1
            here: root.here
            look: "reader"
            readerSide: root.places.reader
            slotSide: root.places.slot
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Theme.gap

            Notice {
                Layout.fillWidth: true
                Layout.preferredHeight: implicitHeight
                notice: root.leave
                // Where there is little room the next screen says it.
                visible: says && !(Theme.small && root.problem.text !== "")
            }

            Notice {
                Layout.fillWidth: true
                Layout.preferredHeight: implicitHeight
                notice: root.privacy
            }
        }

        SecondaryButton {
            Layout.columnSpan: Theme.landscape ? 2 : 1
            Layout.fillWidth: true
            button: root.none
            event: "no_document"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
