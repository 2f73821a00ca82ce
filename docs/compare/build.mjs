// Builds the articles with each of the others, once, below target/compare/.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COUNT, article, name, title } from "./articles.mjs";

const versions = JSON.parse(readFileSync(new URL("versions.json", import.meta.url), "utf8"));

const run = (folder, program, ...rest) => execFileSync(program, rest, { cwd: folder, stdio: "inherit" });

export const install = (folder, packages, type = "module") => {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: type || undefined }));
  run(folder, "npm", "install", "--no-audit", "--no-fund", ...packages.map((it) => `${it}@${versions.npm[it]}`));
};

const write = (folder, head, link) => {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < COUNT; index += 1) {
    writeFileSync(join(folder, name(index) + ".md"), head(index) + article(index, link));
  }
};

const builders = {
  starlight(folder) {
    install(folder, ["astro", "@astrojs/starlight"]);
    write(join(folder, "src/content/docs"), (at) => `---\ntitle: ${title(at)}\n---\n\n`, (at) => `/${name(at)}/`);
    writeFileSync(
      join(folder, "src/content.config.ts"),
      'import { defineCollection } from "astro:content";\n' +
        'import { docsLoader } from "@astrojs/starlight/loaders";\n' +
        'import { docsSchema } from "@astrojs/starlight/schema";\n' +
        "export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
    );
    writeFileSync(
      join(folder, "astro.config.mjs"),
      'import { defineConfig } from "astro/config";\nimport starlight from "@astrojs/starlight";\n' +
        'export default defineConfig({ integrations: [starlight({ title: "Comparison" })] });\n',
    );
    run(folder, "npx", "astro", "build");
    return "dist";
  },
  vitepress(folder) {
    install(folder, ["vitepress"]);
    write(folder, (at) => `# ${title(at)}\n\n`, (at) => `/${name(at)}`);
    const items = Array.from({ length: COUNT }, (_, at) => ({ text: title(at), link: "/" + name(at) }));
    mkdirSync(join(folder, ".vitepress"), { recursive: true });
    const config = { title: "Comparison", themeConfig: { sidebar: items, search: { provider: "local" } } };
    writeFileSync(join(folder, ".vitepress/config.mjs"), "export default " + JSON.stringify(config) + ";\n");
    run(folder, "npx", "vitepress", "build");
    return ".vitepress/dist";
  },
  docusaurus(folder) {
    install(folder, ["@docusaurus/core", "@docusaurus/preset-classic", "react", "react-dom"], "");
    write(join(folder, "docs"), (at) => `---\ntitle: ${title(at)}\n---\n\n`, (at) => `/${name(at)}`);
    const docs = { routeBasePath: "/" };
    const config = {
      title: "Comparison",
      url: "http://127.0.0.1",
      baseUrl: "/",
      trailingSlash: true,
      onBrokenLinks: "ignore",
      presets: [["classic", { docs, blog: false, pages: false }]],
    };
    writeFileSync(join(folder, "docusaurus.config.js"), "module.exports = " + JSON.stringify(config) + ";\n");
    run(folder, "npx", "docusaurus", "build");
    return "build";
  },
  mdbook(folder) {
    const cargo = versions.cargo.mdbook;
    run(folder, "cargo", "install", "mdbook", "--version", cargo, "--locked", "--root", folder);
    write(join(folder, "src"), (at) => `# ${title(at)}\n\n`, (at) => name(at) + ".md");
    const list = Array.from({ length: COUNT }, (_, at) => `- [${title(at)}](${name(at)}.md)`);
    writeFileSync(join(folder, "src/SUMMARY.md"), "# Summary\n\n" + list.join("\n") + "\n");
    writeFileSync(join(folder, "book.toml"), '[book]\ntitle = "Comparison"\n');
    run(folder, join(folder, "bin/mdbook"), "build");
    return "book";
  },
};

// Chromium as it is installed here.
export const chrome = () =>
  ["chromium", "chromium-browser", "google-chrome"].map((it) => "/usr/bin/" + it).find(existsSync);

// The folder of the site that `site` has built, which is built if it is not there.
export const built = (target, site) => {
  const folder = join(target, site);
  const done = join(folder, "done.txt");
  if (existsSync(done)) return join(folder, readFileSync(done, "utf8"));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const out = builders[site](folder);
  writeFileSync(done, out);
  return join(folder, out);
};

// Chromium under control, from the registry too.
export const playwright = async (target) => {
  const folder = join(target, "playwright");
  if (!existsSync(join(folder, "node_modules/playwright-core"))) {
    mkdirSync(folder, { recursive: true });
    install(folder, ["playwright-core"]);
  }
  return (await import(join(folder, "node_modules/playwright-core/index.mjs"))).chromium;
};
