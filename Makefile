# The commands that stay stable. Each does all its own set-up; see README.md.
SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
# Three at a time on two cores, since most of them wait for something. A file goes whole to one process: it may
# start servers of its own.
PYTEST_ARGS ?= -n 3 --dist loadfile
# How long `make fuzz` takes for each target.
SECONDS_EACH ?= 60

.PHONY: run test test-long check bench fuzz image setup setup-test

run: setup ## the kiosk in the demo town hall; without a display, its padró tour in pictures
	@packaging/run.sh

test: setup-test ## everything that CI runs
	@packaging/check.sh
	@.venv/bin/python -m pytest $(PYTEST_ARGS)

test-long: setup-test ## the same, with what takes long
	@packaging/check.sh
	@.venv/bin/python -m pytest -m "long or not long" $(PYTEST_ARGS)

check: setup ## lint, format, types, QML
	@packaging/check.sh

bench: setup ## the figures, as a table and in build/bench.json
	@.venv/bin/python -m bench

fuzz: setup-test ## every parser, for SECONDS_EACH, with bytes that nobody would send by mistake
	@.venv/bin/python -m fuzz --seconds $(SECONDS_EACH)

image: setup ## the frozen kiosk, in dist/kiosk
	@packaging/image.sh

setup:
	@packaging/setup.sh run

setup-test:
	@packaging/setup.sh test
