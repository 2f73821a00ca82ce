(() => {
  const problems = (window.siteTestProblems = []);
  const note = (kind, text) => problems.push(`${kind}: ${text}`);
  const words = (value) => (value instanceof Error ? `${value}\n${value.stack}` : String(value));
  for (const level of ["error", "warn"]) {
    const original = console[level];
    console[level] = (...values) => {
      note(`console.${level}`, values.map(words).join(" "));
      original.apply(console, values);
    };
  }
  const look = () => {
    if (!document.body) return requestAnimationFrame(look);
    window.siteTestFirstFrame = {
      theme: document.documentElement.dataset.theme ?? null,
      background: getComputedStyle(document.documentElement).backgroundColor,
    };
  };
  requestAnimationFrame(look);
  addEventListener("error", (event) => note("error", event.message ?? `${event.target?.tagName} did not load ${event.target?.src ?? event.target?.href}`), true);
  addEventListener("unhandledrejection", (event) => note("unhandled rejection", words(event.reason)));
  addEventListener("securitypolicyviolation", (event) => note("policy violation", `${event.violatedDirective} ${event.blockedURI}`));
})();
