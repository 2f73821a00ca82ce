// Starts the app when the page has settled or at the reader's first touch, so that reading never
// waits for it, and the lab when a figure nears the viewport. The press fills in the addresses.
const { app, appWasm, lab, labWasm } = document.querySelector("script[data-app]").dataset;
const html = document.documentElement;

// The style sheet inside <main> goes with this page; the next one needs it too.
const style = document.querySelector("main link[rel=stylesheet]");
if (style) document.head.append(style.cloneNode());

const idle = (task) =>
  "requestIdleCallback" in window ? requestIdleCallback(task, { timeout: 2000 }) : setTimeout(task, 200);

let starting;
const start = () =>
  (starting ??= (async () => {
    try {
      const [{ default: init }, module] = await Promise.all([
        import(app),
        WebAssembly.compileStreaming(fetch(appWasm)),
      ]);
      await new Promise(idle);
      await init({ module_or_path: module });
    } catch (error) {
      html.dataset.app = "failed";
      console.error(error);
    }
  })());

// What the reader does before the app is live is kept and done once it is.
let early;
const keep = (event) => {
  if (html.dataset.app) return;
  const target = event.type === "submit" ? event.target : event.target.closest?.("button[data-action]");
  if (!target?.matches("form.question, button[data-action]:not([type=submit])")) return;
  event.preventDefault();
  early = target;
  start();
};
for (const kind of ["submit", "click"]) addEventListener(kind, keep, { capture: true });
const replay = () => {
  if (early?.requestSubmit) early.requestSubmit();
  else early?.click();
};
addEventListener("prime-mover:page", replay, { once: true });

const touches = ["pointerdown", "keydown", "touchstart"];
for (const touch of touches) addEventListener(touch, start, { once: true, passive: true, capture: true });
if (document.readyState === "complete") idle(start);
else addEventListener("load", () => idle(start), { once: true });

// Sections whose layout waited (style/prose.css) get it one by one, each in a pause of its own.
const settle = () => {
  const section = document.querySelector(".prose > section:not([data-whole])");
  if (!section || "whole" in html.dataset) return;
  section.dataset.whole = "";
  idle(settle);
};

let figures;
const wakeFigures = async () => {
  try {
    figures ??= import(lab).then(async (module) => {
      await module.default({ module_or_path: labWasm });
      return module;
    });
    (await figures).wake(document.body);
  } catch (error) {
    // The static drawing stays.
    console.error(error);
  }
};

const near = new IntersectionObserver(
  (entries) => {
    if (entries.some((entry) => entry.isIntersecting)) wakeFigures();
  },
  { rootMargin: "200px" },
);
const watch = () => {
  near.disconnect();
  for (const figure of document.querySelectorAll("[data-figure]")) near.observe(figure);
};
// A figure's own page is there for the figure. Elsewhere whoever only looks at the first screen pays
// for no figure; the first move of the reader says that there will be more.
const moved = new Promise((done) => {
  for (const kind of ["scroll", "pointermove", "focusin", ...touches]) {
    addEventListener(kind, done, { once: true, passive: true, capture: true });
  }
});
const look = () => {
  idle(settle);
  if (document.querySelector(".figure-page")) watch();
  else moved.then(watch);
};
addEventListener("prime-mover:page", look);
if (document.readyState === "complete") look();
else addEventListener("load", look, { once: true });
