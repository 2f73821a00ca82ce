// What is wrong with the labels of the drawings on the page: too small, cut off, or over each other.
const LEAST = 11.95; // 12 CSS px, less what rounding takes
const wrong = [];
for (const drawing of document.querySelectorAll("svg.figure-svg")) {
  const sheet = drawing.getBoundingClientRect();
  const labels = [...drawing.querySelectorAll("text")]
    .filter((label) => label.textContent.trim() && label.checkVisibility?.() !== false)
    .map((label) => ({ words: label.textContent.trim(), box: label.getBoundingClientRect(), label }))
    .filter(({ box }) => box.width > 0);
  const scale = sheet.width / drawing.viewBox.baseVal.width;
  for (const { words, box, label } of labels) {
    const size = parseFloat(getComputedStyle(label).fontSize) * scale;
    if (size < LEAST) wrong.push(`"${words}" is ${size.toFixed(1)} px`);
    const out = Math.max(sheet.left - box.left, box.right - sheet.right, sheet.top - box.top, box.bottom - sheet.bottom);
    if (out > 1.5) wrong.push(`"${words}" is cut off by ${out.toFixed(0)} px`);
  }
  for (let first = 0; first < labels.length; first += 1) {
    for (let second = first + 1; second < labels.length; second += 1) {
      const [a, b] = [labels[first].box, labels[second].box];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      // A line of type has room above and below its letters: boxes may touch.
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) - 0.3 * Math.min(a.height, b.height);
      if (wide > 1 && high > 0) wrong.push(`"${labels[first].words}" and "${labels[second].words}" overlap`);
    }
  }
}
return wrong;
