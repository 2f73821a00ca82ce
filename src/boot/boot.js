// Starts the app when the page has settled or at the reader's first touch, so that reading never
// waits for it, the lab when a figure nears the viewport, and the desk when a page has a place for it
// or the reader asks for it. The press fills in the bundles, each with its glue, its WebAssembly and the
// hash of that, and the import map with the hashes of the glue. No module: an import map counts only
// before the first one.
const bundles = BUNDLES;
const html = document.documentElement;
const map = document.createElement("script");
map.type = "importmap";
map.textContent = IMPORT_MAP;
document.head.append(map);

// The two files of a bundle.
const files = (name) => {
  const [glue, wasm, integrity] = bundles[name];
  return [import(glue), fetch(wasm, { integrity })];
};

// The style sheet inside <main> goes with this page; the next one needs it too (src/fragments.rs). Until
// then it counts for paper alone, or it would style everything twice. One behind all else counts for paper
// alone so that no paint waits for it, and from now on for all.
const style = document.querySelector("main link, body > link");
if (style) document.head.append(Object.assign(style.cloneNode(), { media: style.media ? "all" : "print" }));

const idle = (task) =>
  "requestIdleCallback" in window ? requestIdleCallback(task, { timeout: 2000 }) : setTimeout(task, 50);

let starting;
const start = () =>
  (starting ??= (async () => {
    try {
      const [glue, wasm] = files("app");
      const [{ default: init }, module] = await Promise.all([glue, WebAssembly.compileStreaming(wasm)]);
      await new Promise(idle);
      await init({ module_or_path: module });
    } catch (error) {
      html.dataset.app = html.dataset.failed = "failed";
      console.error(error);
    }
  })());

// What the reader does before the app is live is kept and done once it is.
let early;
const keep = (event) => {
  if (html.dataset.app) return;
  const target = event.type === "submit" ? event.target : event.target.closest?.("button[data-action]");
  // A figure that is awake has done it.
  if (!target?.matches("form.question, button[data-action]:not([type=submit], [data-live] *)")) return;
  event.preventDefault();
  const { submitter } = event;
  early = () => (target.requestSubmit ? target.requestSubmit(submitter) : target.click());
  start();
};
for (const kind of ["submit", "click"]) addEventListener(kind, keep, { capture: true });
addEventListener("prime-mover:page", () => early?.(), { once: true });

const touches = ["pointerdown", "keydown", "touchstart"];
for (const touch of touches) addEventListener(touch, start, { once: true, passive: true, capture: true });
if (document.readyState === "complete") idle(start);
else addEventListener("load", () => idle(start), { once: true });

// Check-ins and controls from the second section of an article on stand beside the page until it has settled:
// browsers lay out every field early, to look whether they can fill it in.
const unfold = (root) => {
  for (const fold of root.querySelectorAll("[data-fold]")) fold.outerHTML = fold.innerHTML;
};
const unfoldAll = () => unfold(document);
// Sections whose layout waited (style/prose.css) get it one by one, each in a pause of its own, and so does
// what is folded in them. Whoever comes near sooner finds it there, and so does who goes to a place in the page.
const settle = () => {
  if ("whole" in html.dataset) return unfoldAll();
  const next = document.querySelector(":is(.prose > section, .prose ~ :is(aside, section)):not([data-whole]), [data-fold]");
  if (!next) return;
  if ("fold" in next.dataset) unfold(next.parentElement);
  else next.dataset.whole = "";
  idle(settle);
};
const coming = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) unfold(target);
  },
  { rootMargin: "25%" },
);
const expect = () => {
  coming.disconnect();
  for (const section of document.querySelectorAll(".prose > section")) coming.observe(section);
  if ("whole" in html.dataset) unfoldAll();
};
expect();
addEventListener("prime-mover:shown", expect);
addEventListener("click", ({ target }) => target.closest?.("a[href*='#']") && unfoldAll(), true);

// On paper no picture waits for a reader who scrolls, and no question.
addEventListener("beforeprint", () => {
  unfoldAll();
  for (const image of document.images) image.loading = "eager";
});

// The other bundles. What failed to load is tried again when it is needed again.
const loading = {};
const load = (name) =>
  (loading[name] ??= (async () => {
    try {
      const [module, wasm] = await Promise.all(files(name));
      await module.default({ module_or_path: wasm });
      return module;
    } catch (error) {
      delete loading[name];
      html.dataset.failed = name;
      console.error(error);
    }
  })());
// Where a bundle cannot be had, what stands in the page stays.
const wake = async (name) => {
  const module = await load(name);
  module?.wake(document.body);
  return module;
};

// A place `data-desk` in the page wakes the desk once the app is live. Before that, and before the bundle
// is there, a click on `data-needs-desk` (or an event `prime-mover:needs-desk`) waits for both and is then
// done again: from then on the bundle serves it. A link is followed where the bundle cannot be had.
const live = new Promise((done) => addEventListener("prime-mover:page", done, { once: true }));
const needs = "prime-mover:needs-desk";
let desk;
const need = async (event) => {
  const clicked = event.type === "click" && event.target.closest?.("[data-needs-desk]");
  const elsewhere = event.type === "click" && (!clicked || event.ctrlKey || event.metaKey || event.shiftKey);
  if (desk === "done" || elsewhere || html.dataset.app === "failed") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (desk) return;
  desk = "waiting";
  start();
  await live;
  const module = await wake("desk");
  desk = "done";
  if (clicked) clicked.click();
  else dispatchEvent(new CustomEvent(needs, { detail: event.detail }));
  if (!module) desk = "";
};
addEventListener("click", need, true);
addEventListener(needs, need);
// A missed check-in returns at the next one.
addEventListener("prime-mover:answered", ({ target }) => {
  if (!target.matches(".check :not([data-result=right])")) return;
  unfoldAll();
  wake("desk");
});
addEventListener("prime-mover:page", () => {
  if (document.querySelector("main [data-desk]")) wake("desk").then((module) => module && (desk = "done"));
});

// Once there is something to keep, the browser is asked, and asked only once, not to erase it.
const keepStored = () => {
  try {
    if (localStorage["prime-mover.persist"]) return;
    localStorage["prime-mover.persist"] = "asked";
    navigator.storage?.persist?.();
  } catch {
    // Storage is blocked: there is nothing to keep.
  }
};
addEventListener("prime-mover:progress", keepStored, { once: true });

// The search: its dialog is in every page and opens at once; what fills it comes meanwhile. A page with a
// field of its own has no need of the dialog. Where the bundle cannot be had, its page lists everything.
const searchLink = document.querySelector("[data-search-open]");
const searchDialog = document.querySelector("dialog[data-search]");
// Beside the bundle comes the root of the index, and then the shard where the word that is typed meanwhile will be
// looked up, since on a slow line every round counts: the bundle finds them as `data-root` and `data-shard`.
// `Root` and `root::place` of crates/search have the same rules.
// Not `fetch`, which takes two turns for a text: while somebody types, each waits behind the letters.
const ask = (address) =>
  new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.onload = () => (request.status === 200 ? done(request.responseText) : fail());
    request.onerror = fail;
    request.send();
  });
let shard;
const fetchRoot = async () => {
  if ("awake" in searchDialog.dataset) return;
  try {
    const [head, , keys] = (searchDialog.dataset.root = await ask(searchLink.href + "root.txt")).split("\n");
    const field = searchDialog.querySelector("input");
    const fetched = new Set();
    const fetchShard = () => {
      const word = field.value.toLowerCase().match(/[a-z]+$/)?.[0];
      if (!word || "awake" in searchDialog.dataset) return;
      let [place, begin] = [0, ""];
      for (const key of keys.split(" ")) {
        begin = begin.slice(0, parseInt(key[0], 32)) + key.slice(1);
        if (!key || begin > word) break;
        place++;
      }
      if (fetched.has(place)) return;
      fetched.add(place);
      shard = ask(`${html.dataset.base}${head.split(" ")[2]}/w${place}.txt`)
        .then((text) => (searchDialog.dataset.shard = place + "\n" + text))
        .catch(() => {});
    };
    field.addEventListener("input", fetchShard);
    fetchShard();
  } catch {
    // The bundle asks again, and says so.
  }
};
let searchFiles;
const fetchSearch = () => (searchFiles ??= Promise.all([fetchRoot(), load("search")]));
// Whoever points at the search is about to open it.
addEventListener(
  "pointerover",
  ({ target }) =>
    searchDialog && target.closest?.("[data-search-open]") && !navigator.connection?.saveData && fetchSearch(),
  { passive: true },
);
const openSearch = async (event) => {
  const { type, target, button, key, ctrlKey, metaKey, shiftKey, altKey } = event;
  const asked =
    type === "click"
      ? !button && !ctrlKey && !metaKey && !shiftKey && target.closest?.("[data-search-open]")
      : (ctrlKey || metaKey) && !shiftKey && !altKey && key?.toLowerCase() === "k";
  if (!asked || !searchDialog) return;
  event.preventDefault();
  event.stopPropagation();
  const field = document.querySelector("main [data-search] input");
  if (field) field.select();
  else if (!searchDialog.matches(":popover-open")) searchDialog.showPopover();
  (field ?? searchDialog.querySelector("input")).focus();
  await fetchSearch();
  await shard;
  if (!(await wake("search"))) location.assign(searchLink.href);
};
for (const kind of ["click", "keydown"]) addEventListener(kind, openSearch, true);
// Nobody goes on behind it.
searchDialog?.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !searchDialog.contains(relatedTarget)) searchDialog.hidePopover();
});
// Enter before the bundle is there is nothing that a server could answer.
addEventListener("submit", (event) => event.target.matches("[role=search]") && event.preventDefault(), true);
const wakeSearch = async () => {
  if (document.querySelector("main [data-search]") && !(await wake("search"))) delete html.dataset.asked;
};
addEventListener("prime-mover:page", wakeSearch);
wakeSearch();

const near = new IntersectionObserver(
  (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    unfoldAll();
    wake("lab");
  },
  { rootMargin: "200px" },
);
const watch = () => {
  near.disconnect();
  for (const figure of document.querySelectorAll("[data-figure]")) near.observe(figure);
};
// A figure that is not awake yet has its buttons too: they move its slider, which it reads when it is.
addEventListener("click", ({ target }) => {
  if (target.matches?.("[data-figure]:not([data-live]) [data-step]"))
    target.parentElement.querySelector("[type=range]").value -= -target.dataset.step;
});
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

// What works without a connection (offline.js), once the page is live and the reader moves: whoever only
// looks at the first screen pays for none of it.
const offline = () =>
  idle(async () => {
    // Whoever is about to search does not wait for it.
    await searchFiles;
    idle(() => import(OFFLINE).catch(console.error));
  });
live.then(() => {
  // Inside another site nothing is kept.
  if ("embed" in html.dataset) return;
  try {
    if (navigator.serviceWorker.controller) return offline();
  } catch {
    // A browser without it, or one that forbids it here.
  }
  moved.then(offline);
});
