pragma ComponentBehavior: Bound

import "../components"

// The last way of every path: a person.
TroubleFrame {}
