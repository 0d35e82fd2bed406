pragma ComponentBehavior: Bound

import "../components"

// What the turn is for.
AnswersFrame {
    event: "choose_queue"
}
