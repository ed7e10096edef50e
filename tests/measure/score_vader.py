# SPDX-License-Identifier: GPL-3.0-or-later
"""Processor seconds that vaderSentiment takes for a file of one text a line,
without the time to load it."""
import sys
import time

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

with open(sys.argv[1], encoding="utf-8", errors="replace", newline="\n") as f:
    texts = f.read().split("\n")
analyzer = SentimentIntensityAnalyzer()
start = time.process_time()
for text in texts:
    analyzer.polarity_scores(text)
print(f"{time.process_time() - start:.6f}")
