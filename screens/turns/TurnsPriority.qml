pragma ComponentBehavior: Bound

import "../components"

// Does the person need to go first? Two answers that look alike.
AnswersFrame {
    event: "choose_priority"
}
