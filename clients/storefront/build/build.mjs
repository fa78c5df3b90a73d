// Builds dist/: the browser's files, what the server has to know of them, and the script that renders pages.

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import tailwindcss from "@tailwindcss/vite";
import { build } from "vite";
import { checkSizes } from "./sizes.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");

/** Builds everything. Fails when a budget is exceeded. */
export async function buildAll({ isQuiet = false } = {}) {
  await rm(dist, { recursive: true, force: true });
  const manifest = await buildBrowser();
  await writeShop(manifest);
  await buildRenderer(fontsOf(manifest));
  await checkSizes(dist, { isQuiet });
}

const common = {
  root,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
};

async function buildBrowser() {
  await build({
    ...common,
    plugins: [react(), tailwindcss()],
    define: { __SERVER__: "false" },
    build: {
      outDir: "dist/public",
      emptyOutDir: true,
      manifest: "manifest.json",
      target: ["es2022", "chrome111", "firefox128", "safari16.4"],
      // The policy of the page forbids what these two would add: inline fonts and an inline script.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(root, "src/browser/entry.tsx") },
    },
  });
  const path = join(dist, "public/manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8"));
  await rm(path);
  return manifest;
}

async function buildRenderer(fonts) {
  await build({
    ...common,
    plugins: [react()],
    define: {
      __SERVER__: "true",
      __FONTS__: JSON.stringify(fonts),
      "process.env.NODE_ENV": JSON.stringify("production"),
    },
    build: {
      outDir: "dist",
      emptyOutDir: false,
      target: "es2020",
      // Kept readable: nobody downloads it, and errors in it name functions.
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, "src/server/entry.ts"),
        output: { format: "iife", entryFileNames: "render.js", codeSplitting: false },
      },
    },
  });
}

async function writeShop(manifest) {
  const entry = Object.values(manifest).find((it) => it.isEntry);
  const url = (file) => `/${file}`;
  const shop = {
    entry: url(entry.file),
    styles: (entry.css ?? []).map(url),
    preload: (entry.imports ?? []).map((name) => url(manifest[name].file)),
  };
  await mkdir(dist, { recursive: true });
  await writeFile(join(dist, "shop.json"), `${JSON.stringify(shop, null, 2)}\n`);
}

/** URLs of the fonts' Latin files, by family. */
function fontsOf(manifest) {
  const fonts = {};
  for (const [source, { file }] of Object.entries(manifest)) {
    const [, slug] = /@fontsource-variable\/([\w-]+)\/files\/\1-latin-wght-normal/.exec(source) ?? [];
    if (slug) fonts[family(slug)] = `/${file}`;
  }
  return fonts;
}

function family(slug) {
  const name = slug.replace(/(^|-)(\w)/g, (_, gap, letter) => (gap ? " " : "") + letter.toUpperCase());
  return name.replace(/^Dm /, "DM ");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
