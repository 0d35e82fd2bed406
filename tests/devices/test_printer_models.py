"""What is known of printers, and how they are addressed."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from devices.printer.address import TcpAddress, parse_address
from devices.printer.models import FIGURES, PrinterModel, known_models


def test_the_models_are_valid_and_of_the_two_widths_of_the_house() -> None:
    models = known_models()

    assert models["generic-80"].dots == 576
    assert models["generic-216"].dots == 1728


def test_every_figure_of_every_model_has_a_source_or_is_said_not_to_be_verified() -> None:
    assert len(known_models()) >= 12
    for model in known_models().values():
        assert sorted([*model.sources, *model.not_verified]) == sorted(FIGURES)
        assert all(model.sources.values())

    unsourced = known_models()["generic-80"].model_dump() | {"sources": {}}
    with pytest.raises(ValidationError, match="each figure"):
        PrinterModel.model_validate(unsourced)


def test_a_figure_that_cannot_be_is_refused() -> None:
    generic = known_models()["generic-80"].model_dump()
    presenter = known_models()["custom-vkp80iii"].model_dump()

    with pytest.raises(ValidationError, match="Custom's dialect"):
        PrinterModel.model_validate(generic | {"presenter": True})
    with pytest.raises(ValidationError, match="drew back"):
        PrinterModel.model_validate(presenter | {"counters": False})
    with pytest.raises(ValidationError, match="buffer"):
        PrinterModel.model_validate(generic | {"buffer": 45})
    with pytest.raises(ValidationError, match="colour"):
        PrinterModel.model_validate(generic | {"colour": True})


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("tcp://127.0.0.1:9101", TcpAddress("127.0.0.1", 9101)),
        ("tcp://printer.local", TcpAddress("printer.local", 9100)),
        ("tcp://[::1]:9100", TcpAddress("::1", 9100)),
    ],
)
def test_an_address_is_host_and_port(address: str, meant: TcpAddress) -> None:
    assert parse_address(address) == meant


@pytest.mark.parametrize(
    "address", ["", "127.0.0.1:9100", "http://127.0.0.1", "tcp://", "tcp://a:99999", "tcp://a/b", "tcp://u@a"]
)
def test_another_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"address is|[Pp]ort"):
        parse_address(address)
