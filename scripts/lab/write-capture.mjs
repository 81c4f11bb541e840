/** Writes a capture file as a module of the lessons: NAME FILE "what it is". */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [name, file, what] = process.argv.slice(2);
if (!name || !file || !what) throw new Error("write-capture.mjs NAME FILE DESCRIPTION");
const lines = readFileSync(file)
  .toString("base64")
  .match(/.{1,100}/gu);
const text = lines.map((line) => `  "${line}"`).join(" +\n");
const target = fileURLToPath(new URL(`../../src/lessons/captures/${name}.ts`, import.meta.url));
writeFileSync(target, `/** ${what} Classic pcap in base64. */\nexport const capture =\n${text};\n`);
