import { expect, test } from "vitest";
import { SIMULATED } from "../../export/mark-simulated.ts";
import type { Note } from "../../segments/note.ts";
import { notesOf } from "../../store/notes/notes.ts";
import { analyseTable } from "../../tcp/analyse-table.ts";
import { readOctets } from "../../testing/read-octets.ts";
import { analyseCompact } from "../../testing/story.ts";
import { captureFile } from "./capture-file.ts";

const NOTES: readonly Note[] = [
  { at: { kind: "segment", position: 3 }, text: "It is open.", question: null },
  { at: { kind: "state", end: 1, position: 0 }, text: "It listens.", question: null },
  { at: { kind: "connection" }, text: "一次握手。", question: null },
  {
    at: { kind: "segment", position: 4 },
    text: "What comes?",
    question: { answers: ["SYN", "FIN"], right: 1 },
  },
];

const PLAIN = { run: null, merge: null };

function fileOf(text: string, notes: readonly Note[], run: object | null = null) {
  const analysis = analyseCompact(text);
  const capture = { ...PLAIN, run } as Parameters<typeof captureFile>[0]["capture"];
  const file = captureFile({ capture, analysis, own: null, notes });
  return file ?? new Uint8Array(0);
}

test("notes leave as comments of packets and come back as notes at the same segments", async () => {
  const { table } = await readOctets(fileOf("cS sS. c. cF. sF. c.", NOTES));
  const [again] = analyseTable(table);
  if (again === undefined) throw new Error("no connection");
  const read = notesOf({ noteBook: { written: new Map(), before: [] } }, null, again);
  expect(read.map(({ at, text }) => [at, text])).toEqual([
    [{ kind: "segment", position: 1 }, "一次握手。\nIt listens."],
    [{ kind: "segment", position: 3 }, "It is open."],
    [{ kind: "segment", position: 4 }, "What comes?\nA SYN   B FIN"],
  ]);
});

test("notes of a run stand beside the sentence that it is simulated", async () => {
  const text = new TextDecoder().decode(fileOf("cS sS. c.", NOTES, {}));
  expect(text).toContain(SIMULATED);
  expect(text).toContain("It is open.");
});

test("without notes it is a pcap", async () => {
  expect((await readOctets(fileOf("cS sS. c.", []))).report.format).toBe("pcap");
});
