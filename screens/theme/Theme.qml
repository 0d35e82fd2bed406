pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Colours by role, sizes in millimetres of the reference panel, and the lines of the layout.
QtObject {
    id: theme

    // Set once by the shell.
    property real pxPerMm: 3.612
    property real width: 1080
    property real height: 1920

    // Set by the shell for each person.
    property string name: "light"
    property bool calm: false

    // Whether the last thing that the person used was a key: only then is the focus shown.
    property bool keys: false

    readonly property Tokens light: Light {}
    readonly property Tokens dark: Dark {}
    readonly property Tokens black: Black {}
    readonly property Tokens white: White {}
    readonly property Tokens admin: Admin {}
    readonly property Tokens colors: name === "admin" ? admin : name === "dark" ? dark : name === "black" ? black : name === "white" ? white : light

    // For what is copied with letters and digits: its zero is slashed, its I has feet.
    readonly property string exact: "Atkinson Hyperlegible Next Original"

    readonly property bool landscape: width > height
    // The reference panel is of 24 inches: 299 by 531 mm. On a smaller one everything but targets and the smallest
    // text gives way.
    readonly property real fit: Math.min(1.4, Math.min(width, height) / pxPerMm / 299, Math.max(width, height) / pxPerMm / 531)
    readonly property bool small: fit < 0.85

    // Borders: of panels and controls, of secondary buttons, of what is chosen; the lower edges.
    readonly property real hair: Math.max(2, mm(0.55))
    readonly property real line: colors.outlined ? Math.max(3, mm(1.1)) : hair
    readonly property real bold: colors.outlined ? line : Math.max(2, mm(0.83))
    readonly property real strong: Math.max(3, mm(1.4))
    readonly property real edge: colors.outlined ? line : mm(1.7)
    readonly property real deep: colors.outlined ? line : mm(2.2)
    readonly property real sink: mm(1.1)

    readonly property real gap: Math.max(Math.ceil(2.7 * pxPerMm), mm(4.4))
    readonly property real gutter: Math.max(Math.ceil(2.7 * pxPerMm), mm(6.6))
    readonly property real sheetRadius: mm(15.5)
    readonly property real cardRadius: mm(7.8)
    readonly property real rowRadius: mm(6.6)
    readonly property real footerRadius: mm(5.5)

    // The lines that never move.
    readonly property real margin: mm(16.6)
    readonly property real headerTop: mm(10)
    readonly property real headerHeight: Math.max(mm(20), touch(20))
    readonly property real routeTop: landscape ? mm(36.5) : mm(38.8)
    readonly property real questionTop: landscape ? mm(60) : mm(64.3)
    readonly property real zoneWidth: landscape ? mm(171.7) : width
    readonly property real sheetTop: landscape ? 0 : mm(166.2)
    readonly property real sheetLeft: landscape ? zoneWidth : 0
    readonly property real sheetPad: landscape ? mm(12.2) : mm(14.4)
    readonly property real footerHeight: landscape ? mm(40) : mm(51)
    // Between the primary button and the footer.
    readonly property real actionsGap: landscape ? mm(8.3) : mm(11)
    readonly property real pillsTop: landscape ? mm(177.3) : headerTop

    readonly property Role greeting: Role { capHeight: theme.cap(theme.landscape ? 30 : 33.6); weight: 800; line: 0.94 }
    readonly property Role goodbye: Role { capHeight: theme.cap(theme.landscape ? 21 : 27.4); weight: 800; line: 1.05 }
    readonly property Role question: Role { capHeight: theme.cap(theme.landscape ? 15.4 : 17.6); weight: 700; line: 1.05 }
    readonly property Role heading: Role { capHeight: theme.cap(7.7); weight: 700; line: 1.1 }
    readonly property Role lead: Role { capHeight: theme.cap(7); weight: 500; line: 1.28; display: false }
    readonly property Role invitation: Role { capHeight: theme.cap(8.5); weight: 500; line: 1.25; display: false }
    readonly property Role answer: Role { capHeight: theme.cap(11); weight: 700; line: 1.08 }
    readonly property Role primary: Role { capHeight: theme.cap(7.7); weight: 700; line: 1 }
    readonly property Role secondary: Role { capHeight: theme.cap(6.4); weight: 700; line: 1 }
    readonly property Role choice: Role { capHeight: theme.cap(7.3); weight: 700; line: 1.08 }
    readonly property Role choiceWide: Role { capHeight: theme.cap(8.1); weight: 700; line: 1.08 }
    readonly property Role choiceAbout: Role { capHeight: theme.cap(5.4); weight: 500; line: 1.22; display: false }
    readonly property Role choiceReason: Role { capHeight: theme.cap(5.4); weight: 650; line: 1.22; display: false }
    readonly property Role row: Role { capHeight: theme.cap(6.7); weight: 650; line: 1.15; display: false }
    readonly property Role body: Role { capHeight: theme.cap(5.9); weight: 500; line: 1.28; display: false }
    readonly property Role panelTitle: Role { capHeight: theme.cap(7.1); weight: 700; line: 1.1 }
    readonly property Role panel: Role { capHeight: theme.cap(6.3); weight: 500; line: 1.25; display: false }
    readonly property Role strongBody: Role { capHeight: theme.cap(5.9); weight: 650; line: 1.28; display: false }
    readonly property Role label: Role { capHeight: theme.cap(5.2); weight: 650; line: 1.1; display: false }
    readonly property Role least: Role { capHeight: theme.cap(5.2); weight: 500; line: 1.2; display: false }
    readonly property Role town: Role { capHeight: theme.cap(5.8); weight: 700; line: 1.1 }
    readonly property Role clock: Role { capHeight: theme.cap(11); weight: 700; line: 1 }
    readonly property Role key: Role { capHeight: theme.cap(13.2); weight: 700; line: 1 }
    readonly property Role digit: Role { capHeight: theme.cap(15.4); weight: 700; line: 1 }
    readonly property Role countdown: Role { capHeight: theme.cap(23.8); weight: 700; line: 1 }
    readonly property Role percentage: Role { capHeight: theme.cap(11.4); weight: 700; line: 1 }
    readonly property Role turn: Role { capHeight: theme.cap(theme.landscape ? 28 : 40); weight: 800; line: 1 }
    readonly property Role turnBesideCode: Role { capHeight: theme.cap(28); weight: 800; line: 1 }

    // Millimetres of the reference panel in pixels of this one.
    function mm(value: real): real {
        return Math.round(value * fit * pxPerMm)
    }

    // The side of something that is touched: it keeps 13 mm wherever it is (VotingWorks asks for 12.7).
    function touch(value: real): real {
        return Math.ceil(Math.max(13, value * fit) * pxPerMm)
    }

    // The height of capitals in pixels, 5.2 mm at least.
    function cap(value: real): real {
        return Math.max(5.2, value * fit) * pxPerMm
    }

    // Milliseconds of a movement: none in calm mode.
    function ms(value: int): int {
        return calm ? 0 : value
    }
}
