pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// Whether the kiosk is well, part by part.
AdminFrame {
    id: root

    required property var findings
    required property var for_staff

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        GridLayout {
            Layout.fillWidth: true
            visible: root.findings.length > 0
            columnSpacing: Theme.gap
            columns: Theme.small ? 1 : 2
            rowSpacing: Theme.small ? Theme.mm(2) : Theme.gap

            Repeater {
                model: root.findings.length

                StateRow {
                    required property int index

                    Layout.fillWidth: true
                    Layout.preferredHeight: implicitHeight
                    Layout.preferredWidth: 1
                    finding: Pieces.at(root.findings, index)
                }
            }
        }

        Repeater {
            model: root.for_staff.length

            Notice {
                required property int index

                Layout.fillWidth: true
                Layout.preferredHeight: implicitHeight
                notice: ({ kind: "fault", icon: "wrench", strong: "", text: root.for_staff[index] ?? "" })
            }
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
