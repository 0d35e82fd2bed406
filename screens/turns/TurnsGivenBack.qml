pragma ComponentBehavior: Bound

import "../components"

// Nobody is called by it any more.
TroubleFrame {}
