import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { capturePath, expect, test } from "./test.ts";

const WHOLE = readFileSync(capturePath("handshake-and-close.pcap"));
/** 24 octets of file header, then records of 16 octets of header and their packet. */
const HEADER = 24;

/** Where the n-th record (1-based) starts. The file is little-endian. */
function startOfRecord(wanted: number): number {
  let at = HEADER;
  for (let record = 1; record < wanted; record++) at += 16 + WHOLE.readUInt32LE(at + 8);
  return at;
}

test("a refused file gets one sentence that names it and says what to do", async ({ synfin }, testInfo) => {
  const archive = testInfo.outputPath("captures.pcap");
  writeFileSync(archive, Buffer.from("504b030414000000080000002100", "hex"));
  await synfin.drop(archive);
  await synfin.expectPhase("failed");
  await expect(synfin.failure).toContainText("captures.pcap");
  await expect(synfin.failure).toContainText("ZIP");
  await expect(synfin.failure).toContainText(/unpack/iu);
});

test("after a refusal everything can still be opened", async ({ synfin }, testInfo) => {
  const empty = testInfo.outputPath("empty.pcap");
  writeFileSync(empty, "");
  await synfin.drop(empty);
  await synfin.expectPhase("failed");
  await expect(synfin.failure).toContainText("empty");
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
});

test("a capture that is cut in a record shows what could be read and says what could not", async ({
  synfin,
}, testInfo) => {
  const damaged = testInfo.outputPath("damaged.pcap");
  writeFileSync(damaged, WHOLE.subarray(0, startOfRecord(9) - 7));
  await synfin.open(damaged, { connections: 1, segments: 7 });
  await expect(synfin.connections.getByText("1 warning")).toBeVisible();
  await synfin.press("End");
  await synfin.expectStates("ESTABLISHED", "ESTABLISHED");
});

test("a folder is not a file: the page says that it cannot be read", async ({
  synfin,
  browserName,
}, testInfo) => {
  test.skip(browserName !== "chromium", "only a real drop can hold a folder");
  const folder = testInfo.outputPath("captures");
  mkdirSync(folder);
  await synfin.drop(folder);
  await synfin.expectPhase("failed");
  await expect(synfin.failure).toContainText("captures");
});
