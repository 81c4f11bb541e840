import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import type { TestInfo } from "@playwright/test";
import { capturePath } from "./test.ts";

/**
 * A capture of eleven segments and then nothing but empty records, so large that reading it takes a while. The
 * file has a hole where they stand: zeros are valid record headers, and take no room on the disk.
 */
export function largeCapture(testInfo: TestInfo, octets: number): string {
  const path = testInfo.outputPath("large.pcap");
  const file = openSync(path, "w");
  const start = readFileSync(capturePath("handshake-and-close.pcap"));
  writeSync(file, start);
  ftruncateSync(file, start.length + octets);
  closeSync(file);
  return path;
}
