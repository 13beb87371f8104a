"""Learns words on one market and predicts another, of which only public/ is read.
Usage: python3 pandas_sklearn.py PRACTICE_FOLDER OTHER_FOLDER predictions.csv"""
import sys
from pathlib import Path

import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline


def read(folder, pattern):
    files = sorted(Path(folder).glob(pattern))
    return pd.concat(pd.read_json(file, lines=True, dtype=False, convert_dates=False) for file in files)


practice, other, out = sys.argv[1:]
known = read(practice, "public/ads-*.ndjson")[["id", "text"]]
known = known.merge(read(practice, "secret/ground-truth-*.ndjson"), left_on="id", right_on="ad")
known = known[~known["possibleMinor"]]
model = make_pipeline(TfidfVectorizer(min_df=2), LogisticRegression(max_iter=1000))
model.fit(known["text"], known["control"].isin(["controlled", "deceptive"]))

ads = read(other, "public/ads-*.ndjson")
ads = ads[ads["text"] != ""]
table = pd.DataFrame({"ad": ads["id"], "probability": model.predict_proba(ads["text"])[:, 1]})
table.to_csv(out, index=False)
print(f"{len(table)} rows written to {out}. score-predictions says what they are worth.")
