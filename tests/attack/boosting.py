"""Learns from one table by gradient boosting and ranks the ads of another.

Usage: boosting.py FOLDER COLUMNS
FOLDER holds learned.bin and judged.bin, rows of little-endian 64-bit floats, and sought.bin, one byte per learned row.
Prints a JSON list: how likely each judged ad is sought.
"""
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

folder, columns = Path(sys.argv[1]), int(sys.argv[2])
learned = np.fromfile(folder / "learned.bin", dtype="<f8").reshape(-1, columns)
judged = np.fromfile(folder / "judged.bin", dtype="<f8").reshape(-1, columns)
sought = np.fromfile(folder / "sought.bin", dtype=np.uint8)

model = HistGradientBoostingClassifier(
    max_iter=300, learning_rate=0.06, max_leaf_nodes=15, min_samples_leaf=40, l2_regularization=1.0, random_state=0
)
model.fit(learned, sought)
json.dump(model.predict_proba(judged)[:, 1].tolist(), sys.stdout)
