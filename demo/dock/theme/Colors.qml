pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// The dock's own theme, so that nobody takes it for the kiosk. Contrast on ground: white 17, quiet 10.6.
QtObject {
    readonly property color ground: "#141B2D"
    readonly property color button: "#26304A"
    readonly property color pressed: "#3C4A75"
    readonly property color outline: "#4A567C"
    readonly property color plate: "#3C4A75"
    readonly property color words: "#FFFFFF"
    readonly property color quiet: "#C6CCDC"
    readonly property color chosen: "#FFC72E"
    readonly property color ink: "#0C1A45"
    readonly property color inkQuiet: "#3A4668"
    readonly property color paper: "#FAF5EA"
    readonly property color zone: "#173CA6"
    readonly property color screen: "#0C1A45"
    readonly property color tray: "#0B1020"
}
