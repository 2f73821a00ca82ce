// Before the first paint: the theme that the reader chose, whether the text's family has to wait
// (on a slow line offline.js fetches it for the next page), whether there is something to continue, and
// whether the reader comes to a place inside the page, which needs the layout of all that is above it, or
// with a question, whose answers take the place of the list.
(() => {
  const seen = document.documentElement.dataset;
  const [visit] = performance.getEntriesByType("navigation");
  if (location.hash || visit?.type !== "navigate") seen.whole = "";
  if (/[?&]q=[^&]/.test(location.search)) seen.asked = "";
  try {
    const theme = localStorage.getItem("prime-mover.theme");
    if (theme === "light" || theme === "dark") seen.theme = theme;
    // How long it took to come here, in milliseconds, says what a font would take on this line and device.
    if (performance.now() > 200 && !localStorage.getItem("prime-mover.font")) seen.font = "";
    if (localStorage.getItem("prime-mover.progress")) seen.returning = "";
  } catch {
    // Storage is blocked: the automatic theme it is.
  }
})();
