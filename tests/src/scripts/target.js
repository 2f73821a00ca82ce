// Where a reader would click an element: brings it to the middle of the window and gives a point of it that
// nothing else covers, or says what is in the way.
const element = arguments[0];
const labels = [...(element.labels ?? [])];
element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
const within = (hit) => hit && (element.contains(hit) || labels.some((label) => label.contains(hit)));
let blocker = "nothing: it has no size or is outside of the window";
for (const place of [element, ...labels]) {
  for (const box of place.getClientRects()) {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const hit = document.elementFromPoint(x, y);
    if (box.width > 1 && within(hit)) return { x: Math.floor(x), y: Math.floor(y) };
    if (hit) blocker = hit.outerHTML.slice(0, 120);
  }
}
return { blocker };
