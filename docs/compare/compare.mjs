// Measures an article of each site as a new reader on a slow phone gets it. See README.md.

import { fileURLToPath } from "node:url";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { name } from "./articles.mjs";
import { built, chrome, playwright } from "./build.mjs";
import { serve } from "./serve.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const target = join(root, "target/compare");
mkdirSync(target, { recursive: true });

const option = (flag, otherwise) => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const runs = Number(option("--runs", "5"));
const only = option("--only", "ours,starlight,vitepress,docusaurus,mdbook").split(",");
const chromium = chrome();

const ours = () => {
  const dist = join(root, "dist");
  if (!existsSync(dist)) throw new Error("no dist/: run `cargo xtask build` first");
  const topics = readdirSync(join(dist, "topics"), { withFileTypes: true }).filter((it) => it.isDirectory());
  const search = ["[data-search-open]", "dialog[data-search] input", "dialog[data-search] .finder-list a"];
  const page = `/topics/${topics[Math.floor(topics.length / 2)].name}/`;
  return { folder: dist, page, live: "html[data-app=ready]", next: "main a[rel=next]", search };
};
// What opens the search, where to type, and a result; nothing where a site comes without a search.
const other = (site, page, next, ...search) => ({ folder: built(target, site), page, next, search });
const sites = {
  ours,
  starlight: () =>
    other("starlight", `/${name(11)}/`, "a[rel=next]", "button[data-open-modal]", ".pagefind-ui__search-input", ".pagefind-ui__result a"),
  vitepress: () =>
    other("vitepress", `/${name(11)}`, "a.pager-link.next", ".VPNavBarSearch button", ".VPLocalSearchBox input", ".VPLocalSearchBox .result"),
  docusaurus: () => other("docusaurus", `/${name(11)}/`, "a.pagination-nav__link--next"),
  mdbook: () =>
    other("mdbook", `/${name(11)}.html`, "a[rel~=next]", "#mdbook-search-toggle", "#mdbook-searchbar", "#mdbook-searchresults a"),
};
// A word that many articles have, ours and the others.
const WORD = "walking";

// Runs in the page, before anything else.
const observe = () => {
  const seen = (window.compared = { lcp: 0, cls: 0, tbt: 0 });
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
  watch("layout-shift", (entry) => (seen.cls += entry.hadRecentInput ? 0 : entry.value));
  watch("longtask", (entry) => (seen.tbt += Math.max(0, entry.duration - 50)));
};
// From the click on the next article to the frame that shows it; nothing where the browser loads a document.
const follow = (selector) =>
  new Promise((done) => {
    const link = [...document.querySelectorAll(selector)].find((it) => it.offsetParent) ?? document.querySelector(selector);
    const heading = () => document.querySelector("h1")?.textContent;
    const before = heading();
    const start = performance.now();
    const look = () => {
      if (!heading() || heading() === before) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
    };
    link.click();
    look();
  });

// In the page: notes the first click, the first letter and the first frame with a result.
const watchSearch = (result) => {
  const seen = (window.searched = {});
  for (const kind of ["click", "input"]) addEventListener(kind, (event) => (seen[kind] ??= event.timeStamp), true);
  const look = (now) => {
    const found = document.querySelector(result);
    if (found?.checkVisibility()) seen.found = now;
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};
// From the click on the search and from the first letter to the first frame with a result, typing at once, for somebody
// who has never searched here and is on a page that is live: a start of the page that is still going on is part of the
// first view, not of the search. Taken in the page, since the program that clicks looks at it for long before it does.
const search = async (page, live, [open, field, result]) => {
  if (!open) return [NaN, NaN];
  if (live) await page.locator(live).waitFor();
  await page.evaluate(watchSearch, result);
  await page.locator(open).first().click();
  await page.locator(field).first().pressSequentially(WORD);
  await page.waitForFunction(() => window.searched.found);
  // What follows the first result counts among the bytes.
  await page.waitForTimeout(1500);
  const { click, input, found } = await page.evaluate(() => window.searched);
  return [found - click, found - input];
};

const measure = async (browser, site) => {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send("Network.enable");
  await protocol.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 93_750,
  });
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  let bytes = 0;
  let requests = 0;
  protocol.on("Network.loadingFinished", (event) => {
    bytes += event.encodedDataLength;
    requests += 1;
  });
  await page.addInitScript(observe);
  await page.goto(site.origin + site.page, { waitUntil: "networkidle" });
  const [paint] = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint").map((it) => it.startTime));
  const seen = await page.evaluate(() => window.compared);
  const first = { bytes, requests };
  const [find, typed] = await search(page, site.live, site.search);
  const cost = (more) => (Number.isNaN(find) ? NaN : more);
  const searched = { find, typed, findBytes: cost(bytes - first.bytes), findRequests: cost(requests - first.requests) };
  await page.goto(site.origin + site.page, { waitUntil: "networkidle" });
  const next = await page.evaluate(follow, site.next).catch(() => NaN);
  if (Number.isNaN(next)) await page.waitForURL((url) => url.pathname !== site.page, { waitUntil: "load" });
  // The same for a reader who points at the link for a second first.
  await page.goto(site.origin + site.page, { waitUntil: "networkidle" });
  await page.locator(site.next).first().hover();
  await page.waitForTimeout(1000);
  const hovered = await page.evaluate(follow, site.next).catch(() => NaN);
  // With it, closing hangs where a click has loaded a document.
  await protocol.detach();
  await context.close();
  return { ...first, fcp: paint, ...seen, next, hovered, ...searched };
};

const median = (values) => {
  const sorted = values.filter((it) => !Number.isNaN(it)).sort((a, b) => a - b);
  return sorted.length ? sorted[sorted.length >> 1] : NaN;
};

const chosen = Object.fromEntries(only.map((site) => [site, sites[site]()]));
for (const site of Object.values(chosen)) Object.assign(site, await serve(site.folder));
const browser = await (await playwright(target)).launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
const results = Object.fromEntries(only.map((site) => [site, []]));
for (let run = 0; run < runs; run += 1) {
  for (const [site, description] of Object.entries(chosen)) results[site].push(await measure(browser, description));
}
await browser.close();
for (const site of Object.values(chosen)) site.stop();

const rows = [
  ["Bytes of the first view", "bytes", 0],
  ["Requests", "requests", 0],
  ["First paint, ms", "fcp", 0],
  ["Largest paint, ms", "lcp", 0],
  ["Layout shift", "cls", 3],
  ["Blocking time, ms", "tbt", 0],
  ["Next article, clicked at once, ms", "next", 0],
  ["Next article, after pointing at the link, ms", "hovered", 0],
  ["First search: from the click to a result, ms", "find", 0],
  ["First search: from the first letter to a result, ms", "typed", 0],
  ["First search: bytes", "findBytes", 0],
  ["First search: requests", "findRequests", 0],
];
console.log(`| | ${only.join(" | ")} |\n|---|${only.map(() => "---|").join("")}`);
for (const [label, key, digits] of rows) {
  const values = only.map((site) => {
    const value = median(results[site].map((it) => it[key]));
    const none = key.startsWith("find") || key === "typed" ? "none" : "full load";
    return Number.isNaN(value) ? none : value.toFixed(digits);
  });
  console.log(`| ${label} | ${values.join(" | ")} |`);
}
