pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// Four documents, always in the same places.
ScreenFrame {
    id: root

    required property var choices
    required property var other_page
    required property var notice

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columnSpacing: Theme.gutter
            columns: Theme.landscape ? 2 : 1
            rowSpacing: Theme.gap

            Repeater {
                model: root.choices.length

                ChoiceCard {
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.maximumHeight: Theme.mm(Theme.landscape ? 90 : 62)
                    Layout.preferredHeight: Theme.mm(40)
                    Layout.preferredWidth: 1
                    choice: Pieces.at(root.choices, index)
                    event: "choose_document"
                    wide: !Theme.landscape
                    onActed: (event, payload) => root.act(event, payload)
                }
            }
        }

        Notice {
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            notice: root.notice
        }

        SecondaryButton {
            Layout.fillWidth: true
            button: root.other_page
            event: "other_page"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
