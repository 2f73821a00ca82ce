// Records what the browser tells of painting, shifting and long tasks from the very start of a page.
(() => {
  let shift = 0;
  let blocking = 0;
  let largest = NaN;
  let ready = NaN;
  const tasks = [];
  const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("layout-shift", (entry) => {
    if (!entry.hadRecentInput) shift += entry.value;
  });
  observe("longtask", (entry) => {
    blocking += Math.max(0, entry.duration - 50);
    tasks.push([Math.round(entry.startTime), Math.round(entry.duration)]);
  });
  observe("largest-contentful-paint", (entry) => (largest = entry.startTime));
  new MutationObserver(() => {
    if (document.documentElement?.dataset.app === "ready" && Number.isNaN(ready)) ready = performance.now();
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-app"] });
  const asked = (fits) => Math.min(...performance.getEntriesByType("resource").filter((entry) => fits(new URL(entry.name).pathname)).map((entry) => entry.startTime));
  window.siteTestObserved = () => ({
    firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
    largestPaint: largest,
    layoutShift: shift,
    blocking,
    tasks,
    ready,
    wasmAsked: asked((path) => path.endsWith(".wasm")),
    appAsked: asked((path) => path.startsWith("/app-")),
  });
})();
