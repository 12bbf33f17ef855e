from __future__ import annotations

import subprocess
import sys

CODE = """
from PySide6.QtCore import QObject
from flowdesk.gui.import_hook import take_out_import_hook

take_out_import_hook()
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("a signature is looked up here")
try:
    label.setText(label)
except TypeError:
    pass
from shibokensupport.feature import pyside_feature_dict
import colorsys
print("colorsys" in pyside_feature_dict)
"""


def test_pyside_looks_into_no_module_any_more() -> None:
    said = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert said.stdout == "False\n"
