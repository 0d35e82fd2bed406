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

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gutter

        Repeater {
            model: root.offices.length

            ChoiceCard {
                required property int index

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Theme.mm(root.offices.length <= 3 ? 72 : 50)
                Layout.verticalStretchFactor: 1000
                big: root.offices.length <= 3
                choice: Pieces.at(root.offices, index)
                event: "choose_office"
                wide: true
                onActed: (event, payload) => root.act(event, payload)
            }
        }

        Item {
            Layout.fillHeight: true
            Layout.verticalStretchFactor: 1
        }
    }
}
