pragma ComponentBehavior: Bound

import QtQuick
import "../theme"

// The root of every screen: the zone asks, the sheet holds what one touches.
FocusScope {
    id: root

    required property int serial
    required property string question
    required property string lead
    // Stands beside the question.
    property Component drawing: null
    property real drawingWidth: 0
    property real drawingTop: Theme.questionTop
    property real drawingBottom: root.sheetTop - Theme.mm(7.2)
    // Under the lead, within the zone.
    property Component seal: null
    property bool arcade: true
    // The arch of the arcade before which the dot stands.
    property int door: -1
    property Role questionRole: Theme.question
    property Role leadRole: Theme.lead
    property real questionTop: Theme.questionTop
    property real leadWidth: root.textWidth - root.besideDrawing
    property real sheetTop: Theme.sheetTop
    property real sheetLeft: Theme.sheetLeft
    property real footerHeight: Theme.footerHeight

    // Moved by the shell while one screen goes and the next one comes.
    property real presence: 1
    property real slide: 0
    property real sheetLift: 0

    default property alias content: paper.data
    readonly property alias paper: paper

    readonly property real zoneHeight: Theme.landscape ? root.height - root.footerHeight : root.sheetTop
    property real textWidth: Theme.zoneWidth - Theme.margin - (Theme.landscape ? Theme.mm(11) : Theme.margin)
    readonly property real besideDrawing: root.drawingWidth > 0 ? root.drawingWidth + Theme.mm(6.6) : 0
    property real textBottom: Theme.landscape ? Theme.pillsTop - Theme.mm(6.6) : root.sheetTop - Theme.mm(6.6)
    readonly property real arcadeHeight: Theme.landscape ? Theme.mm(30.5) : Theme.mm(23.3)

    signal act(string event, string data)

    Arcade {
        count: Theme.landscape ? 6 : 10
        door: root.door
        height: root.arcadeHeight
        visible: root.arcade && (Theme.landscape || lead.y + lead.height <= y + 2)
        width: Theme.zoneWidth
        y: root.zoneHeight - height
    }

    Item {
        id: zone

        height: root.zoneHeight
        opacity: root.presence
        width: Theme.zoneWidth

        Words {
            id: question

            objectName: "question"
            Accessible.name: root.question
            Accessible.role: Accessible.Heading
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            color: Theme.colors.onZone
            fontSizeMode: Text.Fit
            height: Math.max(0, root.textBottom - y - (lead.text === "" ? 0 : lead.implicitHeight + Theme.mm(2)) - (seal.active ? Theme.mm(20) : 0))
            minimumPixelSize: Theme.lead.px
            role: root.questionRole
            text: Theme.landscape ? root.question.replace("\n", " ") : root.question
            width: root.textWidth - root.besideDrawing
            // The line above the first line's letters, as if lines were as high as the role says.
            y: root.questionTop - Math.round((1.2 - root.questionRole.line) / 2 * root.questionRole.px)
        }

        MarkedWords {
            id: lead

            objectName: "lead"
            anchors.left: question.left
            color: Theme.colors.onZoneQuiet
            height: text === "" ? 0 : implicitHeight
            marked: root.lead
            role: root.leadRole
            room: root.leadWidth
            y: question.y + question.contentHeight + Theme.mm(3.3)
        }

        Loader {
            id: seal

            active: root.seal !== null
            anchors.left: question.left
            sourceComponent: root.seal
            y: lead.y + lead.height + Theme.mm(Theme.landscape ? 5 : 8)
        }

        Loader {
            active: root.drawing !== null
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            height: root.drawingBottom - root.drawingTop
            sourceComponent: root.drawing
            width: root.drawingWidth
            y: root.drawingTop
        }
    }

    Rectangle {
        color: Theme.colors.ground
        height: root.height - root.footerHeight - root.sheetTop - root.sheetLift
        topLeftRadius: Theme.sheetRadius
        topRightRadius: Theme.landscape && root.sheetLeft > 0 ? 0 : Theme.sheetRadius
        width: root.width - root.sheetLeft
        x: root.LayoutMirroring.enabled ? 0 : root.sheetLeft
        y: root.sheetTop + root.sheetLift
    }

    Item {
        id: paper

        readonly property real side: Theme.landscape && root.sheetLeft > 0 ? Theme.mm(14.4) : Theme.margin

        height: root.height - root.footerHeight - Theme.actionsGap - y
        opacity: root.presence
        width: root.width - root.sheetLeft - 2 * side
        x: (root.LayoutMirroring.enabled ? 0 : root.sheetLeft) + side + root.slide
        y: root.sheetTop + Theme.sheetPad
    }
}
