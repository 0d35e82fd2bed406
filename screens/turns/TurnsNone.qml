pragma ComponentBehavior: Bound

import "../components"

// Today's turns are gone.
TroubleFrame {}
