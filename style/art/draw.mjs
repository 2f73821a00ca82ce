// Draws the icons of public/ with Chromium. (The press draws the preview images.)
//
//     npm install --prefix tools playwright-core
//     node style/art/draw.mjs tools
//
// CHROMIUM names another browser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [tools] = process.argv.slice(2);
const { chromium } = createRequire(resolve(tools, "x.js"))("playwright-core");
const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(root + path, "utf8");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

async function draw(path, html, width, height) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: "light" });
  await page.setContent(html);
  await page.screenshot({ path: root + path, omitBackground: true });
  await page.close();
  console.log(path);
}

// The mark alone, and on paper with the room that masks need.
const mark = read("public/favicon.svg");
const icon = (size, inset, paper) =>
  `<style>body{margin:0;background:${paper}}svg{display:block;width:${size - 2 * inset}px;padding:${inset}px}</style>${mark}`;
await draw("public/icons/icon-192.png", icon(192, 4, "transparent"), 192, 192);
await draw("public/icons/icon-512.png", icon(512, 10, "transparent"), 512, 512);
await draw("public/icons/maskable-512.png", icon(512, 98, "#fbf8f1"), 512, 512);

await browser.close();
