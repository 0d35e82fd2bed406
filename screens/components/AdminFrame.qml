pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A screen of the technician's: its title is short, the sheet high, and the rooms stand where the footer was.
ScreenFrame {
    id: root

    required property var tabs

    arcade: false
    leadRole: Theme.body
    questionRole: Theme.answer
    questionTop: Theme.landscape ? Theme.questionTop : Theme.mm(42)
    sheetTop: Theme.landscape ? Theme.sheetTop : Theme.mm(Theme.small ? 104 : 92)

    Row {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.mm(5)
        anchors.horizontalCenter: parent.horizontalCenter
        height: Theme.footerHeight - Theme.mm(10)
        parent: root
        spacing: Theme.gap

        Repeater {
            model: root.tabs.length

            TabButton {
                required property int index

                height: parent.height
                tab: root.tabs[index]
                width: Math.min(Theme.mm(61), (root.width - 2 * Theme.margin - (root.tabs.length - 1) * Theme.gap) / root.tabs.length)
                onActed: (event, payload) => root.act(event, payload)
            }
        }
    }
}
