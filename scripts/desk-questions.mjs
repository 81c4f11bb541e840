// Asks the questions of an engineer (DESK section 1) on captures of an office, in the built page (dist, as npm test
// leaves it) in a browser, with at most three actions each: one click, one key, or one word typed and Enter. Holds the
// connections that are listed against what ../shared/desk/office.py says each of them is, and, where that is silent
// (records, clock, durations, counts of retransmissions), against tshark. Where python3 or tshark is not installed it
// says so and ends with status 0.
// Usage: node scripts/desk-questions.mjs [SEED …]   (default 11 12 13 14 15)
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { build, preview } from "vite";
import { findBrowser } from "./find-browser.mjs";
import { needTools } from "./need-tools.mjs";

const ROOT = path.resolve(import.meta.dirname, "..");
const OFFICE = path.join(ROOT, "../shared/desk/office.py");
const SEEDS = process.argv.length > 2 ? process.argv.slice(2) : ["11", "12", "13", "14", "15"];
/** Milliseconds that an answer may take on a busy machine before it counts as wrong. */
const PATIENCE = 120_000;
const FIELDS = [
  "frame.number",
  "frame.time_epoch",
  "tcp.stream",
  "ip.src",
  "tcp.srcport",
  "tcp.flags.syn",
  "tcp.analysis.retransmission",
  "tcp.analysis.fast_retransmission",
  "tcp.analysis.spurious_retransmission",
  "tcp.analysis.zero_window",
];

if (!existsSync(OFFICE)) {
  console.log(`desk: ${OFFICE} is not there, nothing to ask`);
  process.exit(0);
}
needTools("desk", "python3", "tshark");

const scratch = mkdtempSync(path.join(tmpdir(), "synfin-desk-"));
const figures = { questions: 0, right: 0 };

/** What the generator and tshark know of an office. Connections are named by their client, `192.168.1.37:40159`. */
function knownOf(seed) {
  const [capture, told] = ["pcap", "json"].map((ending) => path.join(scratch, `office-${seed}.${ending}`));
  execFileSync("python3", [OFFICE, seed, capture, told]);
  const printed = execFileSync(
    "tshark",
    ["-r", capture, "-T", "fields", ...FIELDS.flatMap((field) => ["-e", field])],
    { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] },
  );
  const records = printed
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [frame, time, stream, address, port, syn, ...analysis] = line.split("\t");
      const [again, fast, spurious, zeroWindow] = analysis.map((value) => value !== "");
      const source = `${address}:${port}`;
      const isAgain = again || fast || spurious;
      return { frame: Number(frame), time: Number(time), stream, source, syn, isAgain, zeroWindow };
    });
  const streams = new Map();
  for (const record of records) {
    const { stream, source, time, isAgain, zeroWindow } = record;
    const known = streams.get(stream) ?? { client: source, first: time, again: 0, hasZeroWindow: false };
    streams.set(stream, known);
    record.client = known.client;
    known.last = time;
    if (isAgain) known.again++;
    known.hasZeroWindow ||= zeroWindow;
  }
  return { capture, told: JSON.parse(readFileSync(told, "utf8")), records, streams: [...streams.values()] };
}

/** The page with one capture open. */
class Desk {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.actions = 0;
  }

  async open(address, capture) {
    await this.page.goto(address);
    await this.page.locator('input[type="file"]').first().setInputFiles(capture);
    await this.page.locator('main[data-phase="ready"]').waitFor();
    await this.page.locator(".judging").waitFor({ state: "detached" });
  }

  async press(key) {
    this.actions++;
    await this.page.keyboard.press(key);
  }

  /** One word typed and Enter. */
  async type(word) {
    this.actions++;
    await this.page.keyboard.type(word);
    await this.page.keyboard.press("Enter");
  }

  async click(locator) {
    this.actions++;
    await locator.click();
  }

  /** `/`, and words with Enter. */
  async filter(words) {
    await this.press("/");
    await this.type(words);
    const listed = this.page.locator(`.filter-count`);
    await listed.waitFor();
  }

  /** As before the first question. */
  async clear() {
    await this.page.keyboard.press("Escape");
    await this.page.locator("dialog[open]").waitFor({ state: "detached" });
    await this.page.locator("#connection-filter").fill("");
    await this.page.locator("#connection-filter").blur();
    await this.page
      .locator(`main[data-listed="${await this.main.getAttribute("data-connections")}"]`)
      .waitFor();
    this.actions = 0;
  }

  /** The lines of the list, as its CSV tells them. Reading is no action of the question. */
  async listed() {
    await this.page.evaluate(() => document.activeElement?.blur());
    await this.page.keyboard.press("e");
    const saving = this.page.waitForEvent("download");
    const form = this.page.locator(".export-forms li").filter({ hasText: "(CSV)" });
    await form.getByRole("button", { name: "Save" }).click();
    const saved = readFileSync(await (await saving).path(), "utf8");
    await this.page.keyboard.press("Escape");
    await this.page.locator("dialog[open]").waitFor({ state: "detached" });
    const [head, ...rows] = saved
      .trim()
      .split(/\r?\n/u)
      .map((line) => line.split(","));
    return rows.map((row) => Object.fromEntries(row.map((value, at) => [head[at], value])));
  }
}

const clientOf = ({ client_address: address, client_port: port }) => `${address}:${port}`;
const sorted = (clients) => [...clients].toSorted((a, b) => a.localeCompare(b)).join(" ");

function tally(isRight, seed, question, detail) {
  figures.questions++;
  if (isRight) figures.right++;
  else console.log(`office ${seed}, ${question}: ${detail()}`);
}

/** Whether the filter lists exactly these connections; gives their lines. */
async function asked(desk, seed, words, wanted) {
  await desk.clear();
  await desk.filter(words);
  const { actions } = desk;
  await desk.page
    .locator(`main[data-listed="${wanted.length}"]`)
    .waitFor()
    .catch(() => {});
  const lines = await desk.listed();
  const isRight = sorted(lines.map(clientOf)) === sorted(wanted) && actions <= 3;
  tally(isRight, seed, words, () => `${lines.length} listed, ${wanted.length} are so, ${actions} actions`);
  return lines;
}

async function sees(desk, seed, question, locator, text) {
  const isSeen = await locator
    .filter({ hasText: text })
    .first()
    .waitFor()
    .then(() => true)
    .catch(() => false);
  tally(isSeen && desk.actions <= 3, seed, question, () => `“${text}” is not shown, ${desk.actions} actions`);
}

async function askAll(desk, seed, { told, records, streams }) {
  const { page } = desk;
  const of = (...kinds) => told.filter(({ kind }) => kinds.includes(kind)).map(({ client }) => client);
  const servedBy = (test) => told.filter(({ server }) => test(server)).map(({ client }) => client);
  const streamOf = new Map(streams.map((stream) => [stream.client, stream]));
  const clock = (seconds) => new Date(seconds * 1000).toISOString();

  const refused = of("refused");
  await sees(desk, seed, "which failed", page.locator(".connections"), `${refused.length} refused`);
  await asked(desk, seed, "failed", of("refused", "unanswered", "rstserver", "rstclient"));

  await desk.clear();
  await desk.press("y");
  const since = clock(Math.min(...refused.map((client) => streamOf.get(client).first))).slice(11, 19);
  const clients = new Set(refused.map((client) => client.split(":")[0])).size;
  await sees(
    desk,
    seed,
    "which host refuses",
    page.locator(".triage-findings"),
    `10.20.0.13:8443 refuses ${refused.length} of ${refused.length}, from ${clients} clients, since ${since}`,
  );

  for (const [outcome, kind] of [
    ["outcome:reset-by-server", "rstserver"],
    ["outcome:reset-by-client", "rstclient"],
  ]) {
    const lines = await asked(desk, seed, outcome, of(kind));
    const wrong = lines.filter((line) => {
      const { first, last } = streamOf.get(clientOf(line));
      return Math.abs(Number(line.duration_seconds) - (last - first)) > 2e-6;
    });
    tally(wrong.length === 0, seed, `${outcome}, after how long`, () => `${wrong.length} durations differ`);
  }
  await asked(desk, seed, "opening>1s", of("synretx"));
  await asked(desk, seed, "end:close-wait", of("closewait"));
  const again = streams.filter((stream) => stream.again > 0).map(({ client }) => client);
  const lines = await asked(desk, seed, "retransmissions>0", again);
  const wrong = lines.filter(
    (line) =>
      Number(line.client_retransmissions) + Number(line.server_retransmissions) !==
      streamOf.get(clientOf(line)).again,
  );
  tally(wrong.length === 0, seed, "how many retransmissions", () => `${wrong.length} counts differ`);
  const zero = streams.filter(({ hasZeroWindow }) => hasZeroWindow).map(({ client }) => client);
  await asked(desk, seed, "note:zero-window", zero);
  await asked(desk, seed, "tcp.analysis.zero_window", zero);

  const start = Date.parse("2026-03-10T10:00:05Z") / 1000;
  const living = streams.filter(({ first, last }) => first <= start + 2 && last >= start);
  await asked(
    desk,
    seed,
    "time:10:00:05-10:00:07",
    living.map(({ client }) => client),
  );

  const isX = (server) => server === "10.20.0.11:443";
  await asked(desk, seed, "host:10.20.0.11 port:443", servedBy(isX));
  await asked(desk, seed, "host:10.20.0.1", []);

  for (const number of [47, 471, 4711]) {
    const record = records[number - 1];
    await desk.clear();
    await desk.press("/");
    await desk.type(`frame:${number}`);
    await sees(desk, seed, `frame:${number}`, page.locator(`main[data-frame="${number}"]`), "");
    const row = page.locator(".connection-row[aria-selected=true]");
    await sees(desk, seed, `frame:${number}`, row, record.client.split(":")[1]);
    const time = clock(record.time).slice(11, 22);
    await sees(desk, seed, `the clock of frame ${number}`, page.locator(".segment"), time);
  }

  await desk.clear();
  await desk.filter("outcome:refused");
  await desk.press("Escape");
  desk.actions = 0;
  await page.evaluate(() => document.activeElement?.blur());
  await desk.press("e");
  await desk.click(page.getByRole("button", { name: `The ${refused.length} in the list` }));
  const saving = page.waitForEvent("download");
  await desk.click(page.getByRole("button", { name: "Save packets" }));
  const saved = await (await saving).path();
  const kept = records.filter(({ client }) => refused.includes(client)).map(({ time }) => time.toFixed(6));
  const times = execFileSync("tshark", ["-r", saved, "-T", "fields", "-e", "frame.time_epoch"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const isSame =
    times
      .trim()
      .split("\n")
      .map((time) => Number(time).toFixed(6))
      .join() === kept.join();
  tally(isSame && desk.actions <= 3, seed, "export of what fails", () => "the packets are not those");

  await desk.clear();
  await page.locator(".connection-rows").evaluate((rows) => rows.scrollTo({ top: 0 }));
  await desk.click(page.locator(".connection-row").filter({ hasText: "complete" }).first());
  desk.actions = 0;
  await desk.press("c");
  // Scrolling is no action.
  const bad = page.locator(".connection-row").filter({ hasNotText: "complete" }).first();
  while ((await bad.count()) === 0) {
    await page.locator(".connection-rows").evaluate((rows) => rows.scrollBy({ top: rows.clientHeight / 2 }));
    await page.waitForTimeout(100);
  }
  desk.actions++;
  // A real click would scroll, and the list draws only rows near what is in sight.
  await bad.dispatchEvent("click");
  await desk.press("c");
  await sees(desk, seed, "good against bad", page.locator(".compare"), "The first difference");
}

const { path: executablePath, env } = await findBrowser();
if (!existsSync(path.join(ROOT, "dist", "index.html"))) await build({ root: ROOT, logLevel: "error" });
const server = await preview({ root: ROOT, logLevel: "error", preview: { host: "localhost", port: 0 } });
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  env: { ...process.env, ...env },
});
try {
  for (const seed of SEEDS) {
    const known = knownOf(seed);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
    context.setDefaultTimeout(PATIENCE);
    const desk = new Desk(await context.newPage());
    await desk.open(server.resolvedUrls?.local[0], known.capture);
    await askAll(desk, seed, known);
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(scratch, { recursive: true });
}
console.log(
  `desk: ${figures.right}/${figures.questions} answers right in at most three actions, ${SEEDS.length} offices`,
);
if (figures.right < figures.questions) process.exitCode = 1;
