pragma ComponentBehavior: Bound

import "../components"

// What somebody has come for, asked plainly.
AnswersFrame {
    event: "answer"
}
