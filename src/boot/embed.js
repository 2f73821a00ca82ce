// In a page that stands inside another site: the theme that the other site asks for with `theme=dark`
// or `theme=light`, and the height that the page needs, told to the page around it. Nothing else is told.
(() => {
  const theme = new URLSearchParams(location.search).get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if (parent === window) return;
  addEventListener("DOMContentLoaded", () => {
    let told;
    const tell = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height !== told) parent.postMessage({ primeMoverHeight: (told = height) }, "*");
    };
    new ResizeObserver(tell).observe(document.body);
  });
})();
