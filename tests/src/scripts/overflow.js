// Which elements make the page wider than the window; nothing if it is not wider.
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= width) return [];
const scrolls = (element) => {
  for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
    if (getComputedStyle(outer).overflowX !== "visible") return true;
  }
  return false;
};
const wide = [...document.body.querySelectorAll("*")].filter(
  (element) => element.getBoundingClientRect().right > width + 0.5 && !scrolls(element),
);
const name = (element) => `${element.localName}${element.id ? `#${element.id}` : ""}.${[...element.classList].join(".")} reaches ${Math.round(element.getBoundingClientRect().right)} of ${width}`;
const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
return [`the page is ${document.documentElement.scrollWidth} wide, the window ${width}`, ...innermost.slice(0, 5).map(name)];
