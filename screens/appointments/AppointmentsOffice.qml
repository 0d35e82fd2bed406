pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import "../components"
import "../components/Pieces.js" as Pieces
import "../theme"

// At which office.
ScreenFrame {
    id: root

    required property var offices
    required property var search
    required property var other_page

    readonly property bool few: root.offices.length <= 3

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        OtherPage {
            Layout.fillWidth: true
            button: root.search
            event: "search"
            onActed: (event, payload) => root.act(event, payload)
        }

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.verticalStretchFactor: 1000
            columnSpacing: Theme.gap
            columns: root.offices.length > 5 ? 2 : 1
            rowSpacing: Theme.gutter

            Repeater {
                model: root.offices.length

                ChoiceCard {
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.maximumHeight: Theme.mm(root.few ? 72 : 50)
                    Layout.preferredWidth: 1
                    big: root.few
                    choice: Pieces.at(root.offices, index)
                    event: "choose_office"
                    wide: true
                    onActed: (event, payload) => root.act(event, payload)
                }
            }
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }

        OtherPage {
            Layout.fillWidth: true
            button: root.other_page
            event: "other_page"
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
