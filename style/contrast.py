"""Check every pair of colors of tokens.css that meet on a page, in both themes: `python3 style/contrast.py`."""

import re
import sys
from pathlib import Path

TEXT, SHAPE = 4.5, 3.0
GROUNDS = ["paper", "leaf", "well"]
PAIRS = [
    *[(c, g, TEXT) for g in GROUNDS for c in ["ink", "ink-soft", "red", "blue", "orange"]],
    *[(c, g, SHAPE) for g in GROUNDS for c in ["edge", "focus", "red-fill"]],
    ("on-red", "red-fill", TEXT),
    ("paper", "ink", TEXT),
    ("ink", "mark", TEXT),
    ("ink-soft", "mark", TEXT),
    ("red", "red-wash", TEXT),
    ("ink", "red-wash", TEXT),
    ("ink-soft", "red-wash", TEXT),
    ("blue", "blue-wash", TEXT),
    ("orange", "orange-wash", TEXT),
    *[(c, "paper", SHAPE) for c in ["muscle", "force-muscle", "force-weight", "force-joint", "object"]],
    ("focus", "halo", SHAPE),
    ("muscle-dark", "muscle", SHAPE),
    ("nerve-line", "nerve", SHAPE),
    ("bone-line", "bone", SHAPE),
]


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    digits = color.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def main() -> int:
    css = Path(__file__).with_name("tokens.css").read_text()
    tokens = {}
    for name, value in re.findall(r"--([\w-]+):\s*([^;]+);", css):
        colors = re.findall(r"#[0-9a-f]{3,8}\b", value)
        if colors and "url(" not in value:
            tokens[name] = (colors[0], colors[-1])
    failed = 0
    for theme, index in (("light", 0), ("dark", 1)):
        for front, back, least in PAIRS:
            a, b = sorted((luminance(tokens[front][index]), luminance(tokens[back][index])))
            ratio = (b + 0.05) / (a + 0.05)
            if ratio < least or "-v" in sys.argv:
                print(f"{theme}: {front} on {back} {ratio:.2f}, needs {least}")
            failed += ratio < least
    print(f"{len(PAIRS) * 2} pairs, {failed} below their limit")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
