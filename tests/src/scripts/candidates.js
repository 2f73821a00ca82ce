// Elements that may have a role and a name: a coarse and quick choice, which the browser's own computed
// role and name then confirm. Hidden elements are left out, as assistive technology leaves them out.
const [root, selector, words] = arguments;
const scope = root ?? document;
const text = (node) => (node ? `${node.textContent} ${[...node.querySelectorAll("[aria-label]")].map((inner) => inner.getAttribute("aria-label")).join(" ")}` : "");
const rough = (element) => {
  const parts = ["aria-label", "alt", "title", "value"].map((name) => element.getAttribute(name) ?? "");
  for (const id of (element.getAttribute("aria-labelledby") ?? "").split(/\s+/)) {
    if (id) parts.push(text(document.getElementById(id)));
  }
  for (const label of element.labels ?? []) parts.push(text(label));
  if (element.localName === "fieldset") parts.push(text(element.querySelector("legend")));
  parts.push(text(element));
  return parts.join(" ").replace(/\s+/g, " ").toLowerCase();
};
const visible = (element) =>
  element.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }) && !element.closest("[aria-hidden=true]");
return [...scope.querySelectorAll(selector)].filter((element) => visible(element) && rough(element).includes(words));
