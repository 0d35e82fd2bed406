pragma ComponentBehavior: Bound

import "../components"

// Type the phone that goes with an appointment.
PhoneFrame {
    id: root

    ways: root.none.label === "" ? [root.abroad] : [root.abroad, root.without]
}
