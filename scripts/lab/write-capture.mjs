/** Writes a capture file, or those of both ends, as a module of the lessons: NAME FILE "what it is" [FILE-AT-SERVER]. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [name, file, what, atServer] = process.argv.slice(2);
if (!name || !file || !what) throw new Error("write-capture.mjs NAME FILE DESCRIPTION [FILE-AT-SERVER]");
const target = fileURLToPath(new URL(`../../src/lessons/captures/${name}.ts`, import.meta.url));
const both = atServer
  ? `\n/** The server's, at the same time. */\nexport const atServer =\n${inBase64(atServer)};\n`
  : "";
writeFileSync(
  target,
  `/** ${what} Classic pcap in base64. */\nexport const capture =\n${inBase64(file)};\n${both}`,
);

function inBase64(path) {
  const lines = readFileSync(path)
    .toString("base64")
    .match(/.{1,100}/gu);
  return lines.map((line) => `  "${line}"`).join(" +\n");
}
