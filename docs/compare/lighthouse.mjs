// Lighthouse (mobile) on a home page, an article, a figure and a quiz of dist/. See README.md.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chrome, install } from "./build.mjs";
import { serve } from "./serve.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = join(root, "dist");
const folder = join(root, "target/compare/lighthouse");
const program = join(folder, "node_modules/lighthouse/cli/index.js");
if (!existsSync(program)) {
  mkdirSync(folder, { recursive: true });
  install(folder, ["lighthouse"]);
}

const only = process.argv[2];
const first = (kind) => {
  const pages = readdirSync(join(dist, kind), { withFileTypes: true }).filter((it) => it.isDirectory());
  return `/${kind}/${pages.map((it) => it.name).sort()[0]}/`;
};
const site = await serve(dist);
for (const page of ["/", first("topics"), first("figures"), first("quizzes")]) {
  const report = join(folder, "report.json");
  const flags = ["--quiet", "--output=json", "--output-path=" + report];
  if (only) flags.push("--only-categories=" + only);
  flags.push("--chrome-flags=--no-sandbox --headless --disable-gpu");
  // Not waited for in place: this process serves the pages meanwhile.
  const child = spawn(process.execPath, [program, site.origin + page, ...flags], {
    env: { ...process.env, CHROME_PATH: chrome() },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise((done) => child.on("exit", done));
  if (code) throw new Error("Lighthouse ended with " + code);
  const { categories, audits } = JSON.parse(readFileSync(report, "utf8"));
  const scores = Object.values(categories).map((it) => it.title + " " + Math.round(it.score * 100));
  console.log(page + ": " + scores.join(", "));
  for (const { id, score, scoreDisplayMode, displayValue } of Object.values(audits)) {
    const judged = ["binary", "numeric", "metricSavings"].includes(scoreDisplayMode);
    if (judged && score !== null && score < 1) console.log("    " + id + " " + score + " " + (displayValue ?? ""));
  }
}
site.stop();
