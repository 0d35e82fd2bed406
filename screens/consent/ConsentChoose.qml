pragma ComponentBehavior: Bound

import "../components"

// The one procedure that the consent is for.
AnswersFrame {
    event: "choose_consent"
}
