pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import "../theme"

// Everything around the screen, and the way from one screen to the next.
Item {
    id: root

    required property string town
    required property string kiosk
    required property string clock
    required property string theme
    required property bool right_to_left
    required property bool calm
    required property var route
    required property bool pills
    required property var contrast
    required property var language
    required property bool footer
    required property var back
    required property var home
    required property var help
    required property var finish
    required property var idle
    required property var help_sheet
    required property var staff_sheet

    // Set by the stage.
    required property real px_per_mm
    // Whether the last thing used was a key.
    property bool keys: false
    property bool forward: true
    property Item incoming: null

    property ScreenFrame leaving: null
    property ScreenFrame present: null
    readonly property list<Loader> sheets: [helpSheet, staffSheet, idleSheet]
    readonly property bool moving: going.running || coming.running || root.sheets.some(sheet => (sheet.item as LowSheet)?.moving ?? false)
    readonly property bool covered: root.sheets.some(sheet => sheet.active)
    // Where the next screen comes from: in reading direction, or back.
    readonly property real away: (root.forward !== root.right_to_left ? 1 : -1) * Theme.mm(6.6)
    readonly property alias host: host

    // Against burn-in: a picture that stands all day moves a little every minute.
    property int minute: 0
    readonly property bool resting: !root.footer && !root.pills
    readonly property real drift: root.resting ? Theme.mm(2.2) : 0

    signal act(string event, string data)
    // The screen that left may be destroyed.
    signal gone()

    function settle(): void {
        if (going.running)
            going.complete()
        if (coming.running)
            coming.complete()
        for (const sheet of root.sheets)
            (sheet.item as LowSheet)?.settle();
        (routePlace.item as RouteBase)?.settle()
    }

    function arrive(): void {
        const from = root.leaving ? root.leaving.sheetTop : root.height
        root.leaving = null
        root.gone()
        root.present.visible = true
        if (Theme.calm)
            return
        root.present.presence = 0
        coming.lift = from - root.present.sheetTop
        coming.start()
    }

    // The same as to hold the mark, for who uses keys (docs/admin.md).
    Keys.onPressed: event => {
        if (root.resting && event.key === Qt.Key_A && event.modifiers === (Qt.ControlModifier | Qt.AltModifier))
            root.act("admin_ask", "")
    }
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: root.right_to_left
    onCoveredChanged: {
        if (!root.covered && root.present)
            root.present.forceActiveFocus()
    }
    onIncomingChanged: {
        root.settle()
        root.leaving = root.present
        root.present = root.incoming as ScreenFrame
        if (root.leaving)
            root.leaving.enabled = false
        if (!root.present)
            return
        if (!root.covered)
            root.present.forceActiveFocus()
        if (root.leaving && !Theme.calm) {
            root.present.visible = false
            going.start()
        } else {
            root.arrive()
        }
    }

    Binding {
        property: "pxPerMm"
        target: Theme
        value: root.px_per_mm
    }

    Binding {
        property: "width"
        target: Theme
        value: root.width
    }

    Binding {
        property: "height"
        target: Theme
        value: root.height
    }

    Binding {
        property: "name"
        target: Theme
        value: root.theme
    }

    Binding {
        property: "calm"
        target: Theme
        value: root.calm
    }

    Binding {
        property: "keys"
        target: Theme
        value: root.keys
    }

    Timer {
        interval: 60000
        repeat: true
        running: root.resting
        onTriggered: root.minute = (root.minute + 1) % 4
    }

    ParallelAnimation {
        id: going

        onFinished: root.arrive()

        NumberAnimation {
            duration: 90
            easing.type: Easing.OutCubic
            property: "presence"
            target: root.leaving
            to: 0
        }

        NumberAnimation {
            duration: 90
            easing.type: Easing.OutCubic
            property: "slide"
            target: root.leaving
            to: -root.away
        }
    }

    ParallelAnimation {
        id: coming

        property real lift: 0

        NumberAnimation {
            duration: 130
            easing.type: Easing.OutCubic
            from: 0
            property: "presence"
            target: root.present
            to: 1
        }

        NumberAnimation {
            duration: 130
            easing.type: Easing.OutCubic
            from: root.away
            property: "slide"
            target: root.present
            to: 0
        }

        NumberAnimation {
            duration: 130
            easing.type: Easing.OutCubic
            from: coming.lift
            property: "sheetLift"
            target: root.present
            to: 0
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.zone
    }

    Item {
        id: moved

        enabled: !root.covered
        height: parent.height
        width: parent.width
        x: [0, 1, 0, -1][root.minute] * root.drift
        y: [0, 0, -1, 0][root.minute] * root.drift

        Item {
            id: host

            anchors.fill: parent
        }

        Header {
            anchors.left: parent.left
            anchors.right: parent.right
            clock: root.clock
            contrast: root.contrast
            kiosk: root.kiosk
            language: root.language
            pills: root.pills
            resting: root.resting
            town: root.town
            onActed: (event, payload) => root.act(event, payload)
        }

        Loader {
            id: routePlace

            active: root.route !== undefined && root.route !== null
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            width: (Theme.landscape ? Theme.zoneWidth : root.width) - 2 * Theme.margin
            y: Theme.routeTop

            sourceComponent: Theme.landscape ? routeColumn : routeLine
        }

        Loader {
            active: root.footer
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            height: Theme.footerHeight

            sourceComponent: FooterBar {
                back: root.back
                finish: root.finish
                help: root.help
                home: root.home
                onActed: (event, payload) => root.act(event, payload)
            }
        }
    }

    Component {
        id: routeLine

        RouteLine {
            label: root.route.label
            step: root.route.step
            steps: root.route.steps
        }
    }

    Component {
        id: routeColumn

        RouteColumn {
            label: root.route.label
            step: root.route.step
            steps: root.route.steps
        }
    }

    Loader {
        id: helpSheet

        active: root.help_sheet !== undefined && root.help_sheet !== null
        anchors.fill: parent
        enabled: !idleSheet.active

        sourceComponent: HelpSheet {
            help: root.help_sheet
            onActed: (event, payload) => root.act(event, payload)
        }
    }

    Loader {
        id: staffSheet

        active: root.staff_sheet !== undefined && root.staff_sheet !== null
        anchors.fill: parent
        enabled: !idleSheet.active

        sourceComponent: StaffSheet {
            staff: root.staff_sheet
            onActed: (event, payload) => root.act(event, payload)
        }
    }

    Loader {
        id: idleSheet

        active: root.idle !== undefined && root.idle !== null
        anchors.fill: parent

        sourceComponent: IdleSheet {
            idle: root.idle
            onActed: (event, payload) => root.act(event, payload)
        }
    }
}
