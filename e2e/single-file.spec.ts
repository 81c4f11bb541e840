import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import golden from "../src/share/version-1/golden-links.json" with { type: "json" };
import { capturePath, expect, test } from "./test.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, "dist-single");
const PAGE = pathToFileURL(join(FOLDER, "synfin.html")).href;

test.use({ address: PAGE });
// One worker, so that it is built once.
test.describe.configure({ mode: "default" });

test.beforeAll(() => {
  const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
  const asked = ["build", "--config", "vite.single.config.ts", "--logLevel", "warn"];
  execFileSync(process.execPath, [vite, ...asked], { cwd: ROOT });
});

test("one file from the disk opens a capture, text, an example and a link, and asks for nothing else", async ({
  synfin,
  page,
}) => {
  expect(readdirSync(FOLDER)).toEqual(["synfin.html"]);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
  await synfin.press("End");
  await synfin.expectStates("TIME-WAIT", "CLOSED");
  for (const tab of ["Header", "Bytes", "Sockets", "Options"])
    await synfin.segment.getByRole("tab", { name: tab, exact: true }).click();

  await synfin.paste(
    "12:49:33.192719 IP 10.0.0.1.39002 > 10.0.0.2.80: Flags [S], seq 1, win 64240, length 0",
  );
  await synfin.expectOpen({ connections: 1, segments: 1 });

  await synfin.press("Escape");
  await page.goto(`${PAGE}#example=refused`);
  await synfin.liftVeil();
  await synfin.expectOpen({ connections: 1, segments: 2 });
  const link = golden.find(({ name }) => name === "folded")?.link ?? "";
  await page.goto(`${PAGE}#${link}`);
  await synfin.expectOpen({ connections: 1, segments: 6 });

  const ends = ["client", "server"].map((end) => capturePath(`both-ends/14-data-loss-sack-${end}.pcap`));
  await page.locator("input[type=file]").first().setInputFiles(ends);
  const both = page.getByRole("region", { name: "Two captures" });
  await both.getByRole("button", { name: "Merge" }).click();
  await expect(both).toContainText("48 of 49 seen at both ends");

  const other = asked.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:"));
  expect(other.filter((url) => url.replace(/#.*$/u, "") !== PAGE)).toEqual([]);
});

test("one file from the disk speaks other languages, exports, shares without telling where it lies, and holds its licences", async ({
  synfin,
  page,
}) => {
  await synfin.drop(capturePath("handshake-and-close.pcap"));
  await synfin.expectPhase("ready");
  await synfin.press("s");
  const link = page.getByRole("dialog").getByLabel("Link", { exact: true });
  await expect(link).toHaveValue(/^synfin\.html#1\./u);
  await synfin.press("Escape");
  await synfin.press("e");
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as Picture of the diagram, SVG" }).click(),
  ]);
  expect(picture.suggestedFilename()).toMatch(/\.svg$/u);
  await synfin.press("Escape");
  await synfin.press("?");
  const [licences] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Licences of Synfin" }).click(),
  ]);
  const text = await readFile(await licences.path(), "utf8");
  expect(text).toContain("MIT License");
  expect(text).toContain("react-dom");
  await synfin.press("Escape");
  await synfin.show("한국어");
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(page.getByRole("region", { name: "연결", exact: true })).toBeVisible();
});
