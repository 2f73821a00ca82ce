"""Writes vectors.txt: what py-fsrs makes of 10,000 random histories.

    python3 -m venv venv && venv/bin/pip install fsrs==6.3.2
    venv/bin/python crates/study/tests/fsrs/vectors.py > crates/study/tests/fsrs/vectors.txt

A line is a history and what follows from it: stability, difficulty, the next interval in days, and
the predicted recall 30 days after the last review. A review is the number of days since the one
before (none for the first) and `g` (got it: Good) or `m` (missed: Again). Default weights, desired
retention 0.9, no learning or relearning steps, no fuzz.
"""

import random
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

random.seed(6)
scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
assert scheduler.desired_retention == 0.9


def elapsed():
    kind = random.random()
    if kind < 0.15:
        return 0
    if kind < 0.55:
        return random.randint(1, 9)
    if kind < 0.9:
        return random.randint(1, 90)
    return random.randint(1, 1500)


for _ in range(10_000):
    card = Card()
    now = datetime(2026, 1, 1, tzinfo=timezone.utc)
    missed = random.choice([0.05, 0.1, 0.3, 0.6])
    text = ""
    for review in range(random.randint(1, 12)):
        if review > 0:
            days = elapsed()
            now += timedelta(days=days)
            text += str(days)
        again = random.random() < missed
        text += "m" if again else "g"
        card, _ = scheduler.review_card(card, Rating.Again if again else Rating.Good, now)
    recall = scheduler.get_card_retrievability(card, now + timedelta(days=30))
    print(text, f"{card.stability:.7f}", f"{card.difficulty:.7f}", (card.due - now).days, f"{recall:.7f}")
