pragma ComponentBehavior: Bound

import "../components"

// What is printed cannot be written down.
TroubleFrame {}
