// The page's side of the service worker: it registers it, offers an update when no question is open,
// says whether there is a connection, and keeps tracks on the device. Loaded by the starter once the
// reader has moved. The press fills in the capitals.
const html = document.documentElement;
const base = html.dataset.base;
let container;
try {
  container = navigator.serviceWorker;
} catch {
  // The browser forbids it here.
}
const slot = (name) => document.querySelector(`[data-slot=${name}]`);

const add = (parent, tag, words, attributes = {}) => {
  const element = document.createElement(tag);
  if (words) element.textContent = words;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  return element;
};
const button = (parent, words, work) => add(parent, "button", words, { type: "button" }).addEventListener("click", work);

// Whether there is a connection, in the footer of every page.
let installed = Boolean(container?.controller);
let away = "kept" in html.dataset || Boolean(slot("kept"));
const show = () => {
  const offline = !navigator.onLine || away;
  const say = (name, words) => {
    const place = slot(name);
    if (place && place.textContent !== words) place.textContent = words;
  };
  say("offline", offline ? "Offline: what you have read is here." : "");
  say("version", installed && !offline ? "Available offline · version of " + VERSION : "");
};
addEventListener("online", () => ((away = false), show()));
addEventListener("offline", show);

// Questions that the reader has begun and not checked.
const begun = new WeakSet();
const open = "form.question:not([data-state])";
const note = ({ target }) => {
  const form = target.closest?.(open);
  if (form) begun.add(form);
};
for (const kind of ["input", "click"]) addEventListener(kind, note, true);
const busy = () =>
  location.pathname.startsWith(base + "review/") || [...document.querySelectorAll(open)].some((form) => begun.has(form));

// An update is offered, never forced, and never between a question and its answer.
let waiting;
const offer = () => {
  const place = slot("update");
  if (!place || !waiting || busy() || place.firstChild) return;
  add(place, "p", "A new version of this site is ready.");
  button(place, "Update", () => {
    // Another tab has said yes: the new worker serves this page already.
    if (waiting.state !== "installed") return location.reload();
    container.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage({ update: true });
  });
  button(place, "Later", () => {
    waiting = undefined;
    place.textContent = "";
  });
};
const watch = (registration) => {
  const look = () => {
    if (!registration.waiting || !container.controller) return;
    waiting = registration.waiting;
    offer();
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  look();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
};

// What is kept, on the page that says that a page is not.
const cache = () => caches.open(KEPT);
const list = async () => {
  const place = slot("kept");
  if (!place) return;
  const kept = await cache();
  const pages = [];
  for (const { url } of await kept.keys()) {
    if (!url.endsWith("/page.frag")) continue;
    const title = (await (await kept.match(url)).text()).split("\n")[1];
    pages.push([title.replace(/ · [^·]*$/, ""), url.slice(0, -"page.frag".length)]);
  }
  pages.sort();
  place.textContent = "";
  for (const [title, address] of pages) add(add(place, "li"), "a", title, { href: address });
};

// "Keep this track offline": first how much it is, then the progress.
const size = (bytes) => (bytes < 1e6 ? Math.ceil(bytes / 1e3) + " kB" : (bytes / 1e6).toFixed(1) + " MB");
const keeper = async (place) => {
  if (place.firstChild) return;
  const buttons = add(place, "span");
  const said = add(place, "span", "", { role: "status" });
  let plan;
  let pressed;
  const say = (words, ...choices) => {
    said.textContent = words;
    buttons.textContent = "";
    for (const [name, work] of choices) button(buttons, name, () => ((pressed = true), work()));
    // The button that was pressed is gone; nobody else's focus is taken.
    const at = document.activeElement;
    if (pressed && (place.contains(at) || at === document.body)) buttons.firstChild?.focus();
  };
  const start = () => say("", ["Keep this track offline", ask]);
  const remove = async () => {
    const kept = await cache();
    for (const address of plan.files.filter((file) => file.endsWith(".frag"))) await kept.delete(address);
    // Nor the list, which a later release would have otherwise.
    await kept.delete(place.dataset.keep);
    plan = undefined;
    start();
    said.textContent = "Removed from this device.";
  };
  const done = () => say("This track is on this device and opens without a connection.", ["Remove it", remove]);
  const fetched = async () => (plan ??= await (await fetch(place.dataset.keep)).json());
  const ask = async () => {
    try {
      const { pages, bytes } = await fetched();
      say(`${pages} pages, ${size(bytes)}.`, ["Download", download], ["Not now", start]);
    } catch {
      say("That needs a connection. Try again later.", ["Keep this track offline", ask]);
    }
  };
  const download = async () => {
    const bar = add(place, "progress", "", { value: 0, "aria-label": "Download" });
    say("");
    try {
      const { files } = await fetched();
      bar.max = files.length;
      const kept = await cache();
      // Not to be cleared away when room gets short, where the browser grants it.
      navigator.storage?.persist?.();
      for (const address of files) {
        const response = await fetch(address);
        if (!response.ok) throw new Error(address);
        await kept.put(address, response);
        bar.value += 1;
      }
      await kept.put(place.dataset.keep, new Response(JSON.stringify(plan)));
      done();
    } catch {
      // A release in between has another list.
      plan = undefined;
      say("The download stopped. What has arrived is kept.", ["Go on", download]);
    }
    bar.remove();
  };
  start();
  // Whether all of it is here already.
  const kept = await cache();
  const before = await (await kept.match(place.dataset.keep))?.json();
  const there = before && (await Promise.all(before.files.map((address) => kept.match(address))));
  if (there?.every(Boolean)) {
    plan = before;
    done();
  }
};

const page = () => {
  show();
  offer();
  list();
  for (const place of document.querySelectorAll("[data-keep]")) if (installed) keeper(place);
};

// When the reader has asked for nothing for a while.
const rest = () =>
  new Promise((done) => {
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(done, 3000);
    };
    for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, wait, { capture: true, passive: true });
    wait();
  });

// The text's family, for the next page, where this one was laid out without it (style/tokens.css,
// src/fragments.rs).
const family = async () => {
  if (navigator.connection?.saveData) return;
  try {
    await Promise.all(["", "italic "].map((slant) => document.fonts.load(slant + "1em Literata")));
    const { dataset } = document.documentElement;
    if ("font" in dataset) dataset.font = "next";
    localStorage["prime-mover.font"] = "here";
  } catch {
    // No connection or no storage: its stand-ins it is.
  }
};

const begin = async () => {
  show();
  // The first time, a slow line is busy for seconds: what the reader asks for goes first.
  if (!installed) await rest();
  family();
  if (!container) return;
  try {
    const registration = await container.register(base + "sw.js", { scope: base, updateViaCache: "none" });
    watch(registration);
    const worker = (await container.ready).active;
    // The worker did not see this page arrive.
    const path = location.pathname;
    if (!installed && path.endsWith("/")) worker.postMessage({ read: path });
    installed = true;
  } catch {
    // No room, no permission, or no connection: everything else works.
  }
  page();
  addEventListener("prime-mover:page", page);
  addEventListener("prime-mover:answered", offer);
  addEventListener("submit", () => setTimeout(offer));
};
begin();
