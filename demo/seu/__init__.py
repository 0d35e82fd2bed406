"""The demo town hall: serves the published contract, `docs/seu-api.yaml`, on loopback."""
