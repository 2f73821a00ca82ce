// Compares the live body with the body that was served, and calls back with the first differences.
//
// What may differ: elements with `data-slot` altogether, what is inside `data-widget`, and the
// attributes aria-current, aria-pressed and data-*; in the drawing of a figure that is live or waking also what makes its parts
// reachable (role, name, tab stop) and the paths that its first state does not draw. Comments count as they are. What
// waits in `data-fold` until the page has settled is compared as it is then.
const done = arguments[arguments.length - 1];
const free = (name) => name === "aria-current" || name === "aria-pressed" || name.startsWith("data-");
const reachable = ["role", "tabindex", "aria-label", "d"];
const isDrawing = (element) => element.closest("figure:is([data-live], [data-waking]) svg") !== null;
const show = (node) => {
  if (!node) return "nothing";
  const text = node.nodeType === 1 ? node.outerHTML : node.nodeType === 8 ? `<!--${node.data}-->` : JSON.stringify(node.data);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
};
const differences = [];
const compare = (live, served, path) => {
  if (differences.length >= 5) return;
  if (live?.nodeType !== served?.nodeType || live?.nodeName !== served?.nodeName) {
    differences.push(`${path}: live ${show(live)}, served ${show(served)}`);
    return;
  }
  if (live.nodeType !== 1) {
    if (live.data !== served.data) differences.push(`${path}: live ${show(live)}, served ${show(served)}`);
    return;
  }
  if (live.hasAttribute("data-slot") && served.hasAttribute("data-slot")) return;
  const names = new Set([...live.getAttributeNames(), ...served.getAttributeNames()]);
  for (const name of names) {
    const [now, before] = [live.getAttribute(name), served.getAttribute(name)];
    if (now === before || free(name) || (reachable.includes(name) && isDrawing(live))) continue;
    differences.push(`${path}: attribute ${name} live ${now}, served ${before}`);
  }
  if (live.hasAttribute("data-widget") || live.localName === "noscript") return;
  const [a, b] = [live.childNodes, served.childNodes];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const child = a[index] ?? b[index];
    compare(a[index], b[index], `${path} > ${child.nodeName.toLowerCase()}[${index}]${child.id ? `#${child.id}` : ""}`);
  }
};
fetch(location.href)
  .then((answer) => answer.text())
  .then((html) => {
    const served = new DOMParser().parseFromString(html, "text/html").body;
    for (const fold of served.querySelectorAll("[data-fold]")) fold.outerHTML = fold.innerHTML;
    compare(document.body, served, "body");
    done(differences);
  })
  .catch((error) => done([`the page could not be fetched again: ${error}`]));
