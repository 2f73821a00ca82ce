// The service worker: what the site needs without a connection, and what was read, stays on the device.
//
// Pages are kept as fragments alone. Without a connection a page is its fragment in the frame of this
// release (offline.html), so a page that was read under an older release never asks for files that are
// gone. The press fills in the capitals.
const own = [PREFIX, RELEASE].join("");
const kept = [PREFIX, "kept"].join("");
const base = BASE;
// What every release brings along, each with its hash: all of it, or nothing is installed.
const shell = SHELL;
// What is large and only kept by readers who used it: the lab.
const large = LARGE;
const patience = 3000;

const hashed = (path) => /[-/][0-9a-f]{16}(\.\w+$|\/)/.test(path);
const text = (body, type) =>
  new Response(body, {
    headers: {
      "Content-Type": type + "; charset=utf-8",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "frame-ancestors 'none'",
    },
  });

const install = async () => {
  // What an interrupted installation of this release may have left.
  await caches.delete(own);
  const files = await Promise.all(
    shell.map(async ([address, integrity]) => {
      // Files with a hash come out of the browser's cache, where this visit has put most of them.
      const response = await fetch(address, { integrity, cache: hashed(address) ? "default" : "no-cache" });
      if (!response.ok) throw new Error(address + ": " + response.status);
      return [address, response];
    }),
  );
  try {
    const cache = await caches.open(own);
    await Promise.all(files.map(([address, response]) => cache.put(address, response)));
  } catch (error) {
    await caches.delete(own);
    throw error;
  }
};

const activate = async () => {
  const cache = await caches.open(kept);
  // Tabs of the release before may still ask for its files; those of older ones go.
  const note = base + "release";
  const before = await (await cache.match(note))?.text();
  await cache.put(note, text(own, "text/plain"));
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && ![own, kept, before].includes(name)) await caches.delete(name);
  }
  const keys = (await cache.keys()).map((request) => new URL(request.url).pathname);
  let named = large.join();
  for (const key of keys) {
    if (!hashed(key)) named += await (await cache.match(key)).text();
  }
  let stale = false;
  for (const key of keys.filter(hashed)) {
    // Of the search index, the root names the folder.
    const name = key.startsWith(base + "index-") ? key.split("/").at(-2) : key;
    if (named.includes(name)) continue;
    stale ||= key.startsWith(base + "lab-");
    await cache.delete(key);
  }
  // Whoever had the lab has the new one; without a connection, figures stay drawings.
  if (stale) await cache.addAll(large).catch(() => {});
  await clients.claim();
};

// A document as the fragment that crates/content/src/fragment.rs writes.
const entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const cut = (html) => {
  const title = /<title>([^<]*)<\/title>/.exec(html);
  const main = /<main[^>]*>([^]*)<\/main>/.exec(html);
  if (!title || !main) return;
  const plain = title[1].replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
  return ["prime-mover-fragment 1", plain, "", main[1].replace(/<link rel="stylesheet"[^>]*>/, "")].join("\n");
};

// A file of this release. `caches.match` alone would ask the oldest cache first, which is the one before.
const mine = async (path) => (await caches.match(path, { cacheName: own })) ?? caches.match(path);

// And back: the fragment in this release's frame.
const framed = async (fragment) => {
  const frame = await (await mine(base + "offline.html")).text();
  const [, title, , ...lines] = fragment.split("\n");
  const safe = title.replace(/[&<]/g, (letter) => (letter === "&" ? "&amp;" : "&lt;"));
  const page = frame
    .replace("<html", "<html data-kept")
    .replace(/(<title>)[^<]*/, (_, open) => open + safe)
    .replace(/(<main[^>]*>)[^]*(<\/main>)/, (_, open, close) => open + lines.join("\n") + close);
  return text(page, "text/html");
};

const keep = async (path, response, isDocument) => {
  const body = await response.text();
  const fragment = isDocument ? cut(body) : body;
  // What a network puts in its place, such as a page to sign in, is none.
  if (fragment?.startsWith("prime-mover-")) await (await caches.open(kept)).put(path, text(fragment, "text/plain"));
};

// The newest copy of a fragment that is here.
const find = async (path) => {
  const copy = (await caches.match(path, { cacheName: kept })) ?? (await mine(path));
  return copy?.text();
};

// Neither here nor to be had: what is here, and what the reader can do.
const missing = async () => (await mine(base + "offline.html")) ?? Response.error();

const page = async (event, path, isDocument) => {
  const network = fetch(event.request).then((response) => {
    if (response.ok && !response.redirected) {
      event.waitUntil(keep(path, response.clone(), isDocument).catch(() => {}));
    }
    return response;
  });
  event.waitUntil(network.catch(() => {}));
  const late = new Promise((done) => setTimeout(done, patience));
  const soon = await Promise.race([network, late]).catch(() => {});
  if (soon?.status < 500) return soon;
  const copy = await find(path);
  if (copy !== undefined) return isDocument ? framed(copy) : text(copy, "text/plain");
  try {
    // Also what a server says that fails: the line is there.
    return await network;
  } catch {
    return isDocument ? missing() : Response.error();
  }
};

const file = async (event, path) => {
  const known = await caches.match(path);
  if (known) return known;
  const response = await fetch(event.request);
  if (response.status === 200) {
    const copy = response.clone();
    event.waitUntil(caches.open(kept).then((cache) => cache.put(path, copy)).catch(() => {}));
  }
  return response;
};

const known = new Set(shell.map(([address]) => address));
const answer = (event) => {
  const { request } = event;
  const { origin, pathname: path } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || !path.startsWith(base)) return;
  if (request.headers.has("range") || path.startsWith(base + "embed/")) return;
  if (request.mode === "navigate") {
    // No page of this site has such an address; without a connection that is said.
    if (path.endsWith(".html")) return fetch(request).catch(missing);
    if (/\.\w+$/.test(path)) return;
    return page(event, path.replace(/\/?$/, "/page.frag"), true);
  }
  if (hashed(path)) return file(event, path);
  // Fragments, and the root of the search index, which names a folder of files with a hash.
  if (path.endsWith("/page.frag") || path.startsWith(base + "search/")) return page(event, path, false);
  if (known.has(path)) return fetch(request).catch(() => mine(path).then((copy) => copy ?? Response.error()));
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const response = answer(event);
  if (response) event.respondWith(response);
});
addEventListener("message", (event) => {
  const { update, read } = event.data;
  // The reader has said yes.
  if (update) skipWaiting();
  // The page that was open before this worker was there; the browser still has it.
  if (read) {
    const response = fetch(read, { cache: "force-cache" });
    event.waitUntil(response.then((it) => it.ok && keep(read + "page.frag", it, true)).catch(() => {}));
  }
});
