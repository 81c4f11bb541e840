// npm run test:browsers: opens a capture in the built page in the other browsers of this machine, steps to its end and
// reads what the page holds; in Firefox the golden traces of the laboratory are run, too. Not in `npm test`: on Debian, apt-get install firefox-esr webkit2gtk-driver xvfb xauth.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { firefox } from "playwright-core";
import { preview } from "vite";

const CAPTURE = fileURLToPath(new URL("../e2e/captures/handshake-and-close.pcap", import.meta.url));
const EXPECTED = { phase: "ready", segments: "11", position: "11", client: "TIME-WAIT", server: "CLOSED" };
const FIREFOX = process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr";
const WEBKIT = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
const WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver";
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const END_KEY = "\uE010";

const READ = `const { phase, segments, position, clientState, serverState } = document.querySelector("main").dataset;
return { phase, segments, position, client: clientState, server: serverState };`;

/** @returns {Promise<{ read: object, picture: Buffer }>} */
async function runFirefox(address) {
  const browser = await firefox.launch({ channel: "moz-firefox", executablePath: FIREFOX });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);
    await page.setInputFiles("input[type=file]", CAPTURE);
    await page.waitForSelector("main[data-phase=ready][data-segments]");
    await page.keyboard.press("End");
    await page.waitForSelector('main[data-position="11"]');
    // The page's policy forbids to run the text of READ.
    const read = await page.$eval("main", ({ dataset }) => {
      const { phase, segments, position, clientState: client, serverState: server } = dataset;
      return { phase, segments, position, client, server };
    });
    return { read, picture: await page.screenshot() };
  } finally {
    await browser.close();
  }
}

/** The laboratory gives the same octets there. */
function runGoldenTraces() {
  const port = "4494";
  const environment = { ...process.env, FIREFOX_PATH: FIREFOX, SYNFIN_PREVIEW_PORT: port };
  const words = ["playwright", "test", "e2e/laboratory.spec.ts", "--reporter=line"];
  const { status } = spawnSync("npx", words, { env: environment, stdio: "inherit" });
  if (status !== 0) throw new Error("the golden traces of the laboratory differ");
}

/** Uses W3C WebDriver directly, because Playwright's WebKit is a build of its own. */
async function runWebKit(address) {
  const port = 4494;
  const driver = spawn("xvfb-run", ["-a", WEBKIT_DRIVER, `--port=${port}`], {
    stdio: "ignore",
    detached: true,
  });
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
  try {
    const browserOptions = { binary: WEBKIT, args: ["--automation"] };
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": browserOptions } };
    const { sessionId } = await until(() => ask("POST", "", { capabilities }));
    const at = (path) => `/${sessionId}${path}`;
    const find = (selector) => ask("POST", at("/element"), { using: "css selector", value: selector });
    const read = () => ask("POST", at("/execute/sync"), { script: READ, args: [] });
    await ask("POST", at("/url"), { url: address });
    const input = await until(() => find("input[type=file]"));
    await ask("POST", at(`/element/${input[ELEMENT]}/value`), { text: CAPTURE });
    await until(() => find("main[data-phase=ready][data-segments]"));
    const keys = ["keyDown", "keyUp"].map((type) => ({ type, value: END_KEY }));
    await ask("POST", at("/actions"), { actions: [{ type: "key", id: "keys", actions: keys }] });
    await until(() => find('main[data-position="11"]'));
    const result = {
      read: await read(),
      picture: Buffer.from(await ask("GET", at("/screenshot")), "base64"),
    };
    await ask("DELETE", at(""));
    return result;
  } finally {
    if (driver.pid !== undefined) process.kill(-driver.pid, "SIGTERM");
  }
}

/** Tries for ten seconds. */
async function until(attempt) {
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

const BROWSERS = [
  { name: "Firefox", needs: [FIREFOX], run: runFirefox },
  { name: "WebKitGTK", needs: [WEBKIT, WEBKIT_DRIVER, "/usr/bin/xvfb-run"], run: runWebKit },
];

const server = await preview({
  preview: { port: 4493, strictPort: false, host: "localhost" },
  logLevel: "warn",
});
const [address] = server.resolvedUrls.local;
mkdirSync("reports", { recursive: true });
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const { name, needs, run } of BROWSERS) {
  const missing = needs.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    counts.skipped++;
    console.log(`${name}: skipped, ${missing.join(" and ")} is not there`);
    continue;
  }
  try {
    const { read, picture } = await run(address);
    if (run === runFirefox) runGoldenTraces();
    writeFileSync(`reports/${name.toLowerCase()}.png`, picture);
    const isRight = Object.entries(EXPECTED).every(([key, value]) => read[key] === value);
    counts[isRight ? "passed" : "failed"]++;
    console.log(
      `${name}: ${isRight ? "right" : "WRONG"} ${JSON.stringify(read)}, reports/${name.toLowerCase()}.png`,
    );
  } catch (error) {
    counts.failed++;
    console.log(`${name}: FAILED ${error}`);
  }
}
await server.close();
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);
