pragma ComponentBehavior: Bound

import "../components"

// Nobody knows whether it was printed.
TroubleFrame {}
