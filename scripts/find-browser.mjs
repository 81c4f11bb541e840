/**
 * Finds a Chromium that works, and gets one if there is none. Every candidate is started once and must take a
 * screenshot of a page before it is believed.
 *
 * 1. CHROMIUM_PATH, if set: it must work.   2. Playwright's own.   3. One on PATH or in the usual places.
 * 4. Playwright's download (and its libraries, if we are root on Linux).   5. Linux: the npm package
 * @sparticuz/chromium, kept under node_modules/.cache.   6. root with apt-get: Debian's chromium.   7. Give up.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SPARTICUZ = "@sparticuz/chromium@147.0.0";
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === "linux";

/**
 * @typedef {object} Browser
 * @property {string} from where it comes from, for the person who reads the log
 * @property {string | undefined} path undefined: Playwright knows where its own is
 * @property {Record<string, string>} env what must be in its environment beside our own
 */

/** @returns {Promise<Browser>} Throws one sentence that tells what to do when there is none. */
export async function findBrowser(say = (line) => process.stdout.write(`${line}\n`)) {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    const browser = await works({ from: "CHROMIUM_PATH", path: chosen, env: {} });
    if (browser) return browser;
    throw new Error(`CHROMIUM_PATH is ${chosen}, but no page could be shown with it.`);
  }
  const steps = [playwrightsOwn, installedOne, playwrightsDownload, fromNpm, fromDebian];
  for (const step of steps) {
    const browser = await step(say);
    if (browser) return browser;
  }
  throw new Error(
    "No Chromium was found and none could be installed: install one and set CHROMIUM_PATH to its path.",
  );
}

/** The candidate if it can show a page, else null. */
async function works(candidate) {
  let browser;
  try {
    browser = await chromium.launch({
      ...(candidate.path && { executablePath: candidate.path }),
      env: { ...process.env, ...candidate.env },
      timeout: 30_000,
    });
    const page = await browser.newPage({ viewport: { width: 200, height: 100 } });
    page.setDefaultTimeout(15_000);
    await page.setContent("<p>SYN</p>");
    const picture = await page.screenshot({ timeout: 15_000 });
    return picture.length > 0 ? candidate : null;
  } catch {
    return null;
  } finally {
    await browser?.close().catch(() => {});
  }
}

function playwrightsOwn() {
  return works({ from: "Playwright's own", path: undefined, env: {} });
}

async function installedOne() {
  for (const path of usualPlaces()) {
    if (!isExecutable(path)) continue;
    const browser = await works({ from: path, path, env: {} });
    if (browser) return browser;
  }
  return null;
}

function usualPlaces() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const programs = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  const windows = programs
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, "Google", "Chrome", "Application", "chrome.exe"),
      join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
    ]);
  const mac = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ];
  return [...onPath, ...mac, ...windows];
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function playwrightsDownload(say) {
  say("No browser found: asking Playwright to download Chromium.");
  const cli = join(root, "node_modules", "playwright-core", "cli.js");
  if (!run(process.execPath, [cli, "install", "chromium"])) return null;
  const browser = await playwrightsOwn();
  if (browser || !isRoot || !isLinux) return browser;
  say("The download lacks libraries: asking Playwright to install them.");
  return run(process.execPath, [cli, "install-deps", "chromium"]) ? playwrightsOwn() : null;
}

async function fromNpm(say) {
  if (!isLinux) return null;
  const folder = join(root, "node_modules", ".cache", "browser");
  const unpacked = join(folder, "unpacked");
  if (!existsSync(unpacked) && !unpackFromNpm(folder, unpacked, say)) return null;
  const from = `${SPARTICUZ} in node_modules/.cache`;
  const path = join(unpacked, "chromium");
  const fonts = existsSync("/etc/fonts") ? {} : { FONTCONFIG_PATH: ownFontConfiguration(unpacked) };
  const libraries = { LD_LIBRARY_PATH: join(unpacked, "al2023", "lib") };
  return (
    (await works({ from, path, env: fonts })) ??
    (await works({ from, path, env: { ...fonts, ...libraries } }))
  );
}

/**
 * In a process of its own, because the package reads TMPDIR and changes its environment; and elsewhere first, so
 * that an unpacking that was interrupted is not taken for a whole one.
 */
function unpackFromNpm(folder, unpacked, say) {
  say(`Installing ${SPARTICUZ} into node_modules/.cache/browser (66 MB).`);
  const begun = `${unpacked}-${process.pid}`;
  mkdirSync(begun, { recursive: true });
  if (!npm(["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", SPARTICUZ])) return false;
  const entry = join(folder, "node_modules", "@sparticuz", "chromium", "build", "esm", "index.js");
  const script = `import(${JSON.stringify(pathToFileURL(entry).href)}).then((m) => m.default.executablePath())`;
  // The first two make it unpack its own NSS libraries and fonts, which a bare machine lacks.
  const env = {
    AWS_LAMBDA_JS_RUNTIME: "nodejs20.x",
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x",
    TMPDIR: begun,
  };
  if (!run(process.execPath, ["-e", script], env)) return false;
  renameSync(begun, unpacked);
  return true;
}

/** Without a font the page crashes. The package's own configuration names /tmp/fonts, which is empty. */
function ownFontConfiguration(unpacked) {
  const folder = join(unpacked, "font-configuration");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(unpacked, "fonts")}</dir>` +
      `<cachedir>${join(folder, "cache")}</cachedir></fontconfig>`,
  );
  return folder;
}

async function fromDebian(say) {
  if (!isRoot || !isLinux || !existsSync("/usr/bin/apt-get")) return null;
  say("Installing Debian's chromium with apt-get.");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  run("/usr/bin/apt-get", ["update"], env);
  const isInstalled = run("/usr/bin/apt-get", ["install", "-y", "--no-install-recommends", "chromium"], env);
  return isInstalled ? installedOne() : null;
}

/** The npm that started us, else the one on PATH. */
function npm(args) {
  const self = process.env.npm_execpath;
  return self ? run(process.execPath, [self, ...args]) : run("npm", args);
}

/** Whether the program ended well. Its words are shown only when it did not. */
function run(program, args, env = {}) {
  const result = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    timeout: 600_000,
    shell: process.platform === "win32" && program === "npm",
  });
  if (result.status === 0) return true;
  const words = `${result.stdout ?? ""}${result.stderr ?? ""}`.trim().split("\n").slice(-3).join("\n  ");
  process.stdout.write(`  ${words || result.error?.message}\n`);
  return false;
}
