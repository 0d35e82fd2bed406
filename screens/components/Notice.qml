pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// A sentence that cannot be pressed: no edge. Takes no room when it says nothing.
Item {
    id: root

    required property var notice
    // The whole sentence stands out.
    property bool loud: root.kind !== "info"

    readonly property string kind: root.notice.kind
    readonly property bool says: root.notice.text !== "" || root.notice.strong !== ""
    readonly property color ink: root.kind === "done" ? Theme.colors.done : root.kind === "care" ? Theme.colors.care : root.kind === "fault" ? Theme.colors.fault : Theme.colors.ink
    readonly property color fill: root.kind === "done" ? Theme.colors.doneFill : root.kind === "care" ? Theme.colors.careFill : root.kind === "fault" ? Theme.colors.faultFill : Theme.colors.chosen
    readonly property string sign: root.kind === "done" ? "check-circle" : root.kind === "care" ? "warning" : root.kind === "fault" ? "warning-octagon" : "info"

    objectName: "notice"
    Accessible.name: words.plain
    Accessible.role: Accessible.StaticText
    implicitHeight: root.says ? Math.max(Theme.mm(20), words.implicitHeight + Theme.mm(11)) : 0
    visible: root.says

    Rectangle {
        anchors.fill: parent
        border.color: root.ink
        border.width: Theme.colors.outlined ? Theme.line : 0
        color: root.fill
        radius: Theme.rowRadius
    }

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.mm(9)
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        filled: name === root.sign
        name: root.says ? (root.notice.icon === "" ? root.sign : root.notice.icon) : ""
        size: Theme.mm(13.3)
    }

    MarkedWords {
        id: words

        readonly property string plain: [root.notice.strong, root.notice.text].filter(part => part !== "").join(" ")

        anchors.left: icon.right
        anchors.leftMargin: Theme.mm(7.2)
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        room: root.width - icon.width - Theme.mm(9 + 7.2 + 9)
        marked: root.notice.strong === "" ? root.notice.text : "**" + root.notice.strong + "** " + root.notice.text
        // An address is longer than a narrow notice.
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        role: root.loud ? Theme.strongBody : Theme.body
    }
}
