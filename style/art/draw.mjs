// Draws the icons and the preview image of public/ with Chromium.
//
//     npm install --prefix tools playwright-core
//     node style/art/draw.mjs tools http://127.0.0.1:8080/
//
// The second argument is a served site: its home page lends title and plate. CHROMIUM names another browser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [tools, site] = process.argv.slice(2);
const { chromium } = createRequire(resolve(tools, "x.js"))("playwright-core");
const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(root + path, "utf8");
const data = (path) => `data:font/woff2;base64,${readFileSync(root + path).toString("base64")}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

async function draw(path, html, width, height) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: "light" });
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready);
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

const home = await browser.newPage();
await home.goto(site);
const plate = await home.locator(".hero-plate .plate-sheet").evaluate((sheet) => {
  const image = sheet.querySelector("img");
  image.src = image.src; // From here on with scheme and host: the picture is made on another page.
  return sheet.outerHTML;
});
const title = await home.locator("h1").textContent();
await home.close();
const fonts = `@font-face{font-family:Literata;font-weight:400 700;src:url(${data("public/fonts/literata.woff2")})}`;
const preview = read("style/art/preview.html")
  .replace("<style>", `<style>${fonts}${read("style/tokens.css")}`)
  .replace("<!-- mark -->", mark.replace(/<style>.*?<\/style>/, ""))
  .replace("<!-- title -->", title)
  .replace("<!-- plate -->", plate);
await draw("public/preview.png", preview, 1200, 630);
await browser.close();
