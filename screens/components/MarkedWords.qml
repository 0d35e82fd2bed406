pragma ComponentBehavior: Bound

import QtQuick
import "Marked.js" as Marked

// Text in which **some words** are strong.
Words {
    id: root

    required property string marked

    text: Marked.styled(root.marked)
    textFormat: Text.StyledText
}
