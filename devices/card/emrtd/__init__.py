"""The chip of a travel or identity document as ICAO 9303 describes it, over any way to send it an APDU."""
