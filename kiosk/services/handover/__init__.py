"""A turn takes along what a person was doing, and a kiosk with a person of the office goes on with it."""
