pragma ComponentBehavior: Bound

import "../components"

// One more wrong PIN may block the card: told before anything is sent.
TroubleFrame {}
