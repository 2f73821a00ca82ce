// Before the first paint: the theme that the reader chose, and whether there is something to continue.
(() => {
  try {
    const theme = localStorage.getItem("prime-mover.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    if (localStorage.getItem("prime-mover.progress")) document.documentElement.dataset.returning = "";
  } catch {
    // Storage is blocked: the automatic theme it is.
  }
})();
