import { describe, expect, test } from "vitest";
import { ACK, SYN } from "../segments/flags.ts";
import type { Note } from "../segments/note.ts";
import { describeShared } from "../testing/describe-shared.ts";
import { sharedRows } from "../testing/shared-rows.ts";
import { toBase64url } from "./base64url.ts";
import { decodeLink } from "./decode-link.ts";
import { encodeLink } from "./encode-link.ts";
import { inEnvelope } from "./envelope.ts";
import type { LinkRefusal } from "./link-refusal.ts";
import { OctetWriter } from "./octet-writer.ts";
import { keepSegments } from "./reduce.ts";
import type { SharedConnection } from "./shared-connection.ts";
import { writeWithSections } from "./version-2/write-sections.ts";

const rows = [
  { flags: SYN, seq: 1000, time: 0 },
  { from: "server", flags: SYN | ACK, seq: 7_000_000, ack: 1001, time: 40_000 },
  { flags: ACK, seq: 1001, ack: 7_000_001, time: 90_000 },
] as const;
const note: Note = { at: { kind: "segment", position: 2 }, text: "It agrees.", question: null };
const notes: readonly Note[] = [
  { at: { kind: "connection" }, text: 'Drei Segmente, 세 개, 三个 — "quoted" <b>&amp;</b>', question: null },
  note,
  {
    at: { kind: "state", end: 1, position: 0 },
    text: "In which state is the server now?",
    question: { answers: ["LISTEN", "CLOSED", "SYN-RECEIVED"], right: 0 },
  },
  { at: { kind: "state", end: 0, position: 3 }, text: "ESTABLISHED", question: null },
];

async function through(shared: SharedConnection): Promise<SharedConnection | LinkRefusal> {
  const decoded = await decodeLink((await encodeLink(shared)) ?? "");
  return decoded.ok ? decoded.value : decoded.error;
}

/** What a link of version 2 with that body says. */
async function read(body: Uint8Array): Promise<SharedConnection | LinkRefusal> {
  const decoded = await decodeLink(`2.${toBase64url(inEnvelope(0, body))}`);
  return decoded.ok ? decoded.value : decoded.error;
}

function withSection(body: Uint8Array, name: string, octets: readonly number[]): Uint8Array {
  const writer = new OctetWriter();
  writer.all(body);
  writer.text(name);
  writer.varint(octets.length);
  writer.all(Uint8Array.from(octets));
  return writer.written();
}

test("a connection without notes and of one capture is a link of version 1", async () => {
  expect(await encodeLink(sharedRows(rows))).toMatch(/^1\./u);
  expect(await encodeLink(sharedRows(rows, { notes }))).toMatch(/^2\./u);
});

test("notes come out as they went in", async () => {
  const shared = sharedRows(rows, { notes });
  const again = await through(shared);
  expect("code" in again ? again : describeShared(again)).toEqual(describeShared(shared));
});

test("no link holds notes of more than 2,000 characters, empty ones, or one about what is not there", async () => {
  const long = { ...note, text: "字".repeat(1990) };
  const fits = [long, { ...note, text: "x".repeat(10) }];
  expect(await encodeLink(sharedRows(rows, { notes: fits }))).not.toBeNull();
  for (const wrong of [
    [...fits, { ...note, text: "y" }],
    [{ ...note, text: "" }],
    [{ ...note, at: { kind: "segment", position: 4 } as const }],
    [{ ...note, question: { answers: ["one"], right: 0 } }],
    [{ ...note, question: { answers: ["one", "two"], right: 2 } }],
  ])
    expect(await encodeLink(sharedRows(rows, { notes: wrong }))).toBeNull();
});

test("notes move with their segments when some are left out", () => {
  const kept = keepSegments(sharedRows(rows, { notes }), (row) => row !== 1);
  expect(kept.notes.map(({ at }) => at)).toEqual([
    { kind: "connection" },
    { kind: "segment", position: 1 },
    { kind: "state", end: 1, position: 0 },
    { kind: "state", end: 0, position: 2 },
  ]);
});

describe("a section", () => {
  const body = writeWithSections(sharedRows(rows, { notes }));

  test("that is not known is named, and the rest is read", async () => {
    const again = await read(withSection(body, "drawings", [1, 2, 3]));
    expect(again).toMatchObject({ unread: ["drawings"], notes });
  });

  test.each([
    ["twice", withSection(withSection(body, "x", []), "x", [])],
    ["with a name that is none", withSection(body, "<b>", [])],
    ["with octets behind its end", withSection(writeWithSections(sharedRows(rows)), "notes", [0, 0])],
  ])("%s is refused", async (_, wrong) => {
    expect(await read(wrong)).toEqual({ code: "contradiction", about: "sections" });
  });

  test("longer than the link is refused", async () => {
    expect(await read(withSection(body, "x", [1, 2]).subarray(0, -1))).toEqual({ code: "damaged" });
  });
});

test("any octet changed under a right checksum: notes are read, or refused as what cannot be", async () => {
  const body = writeWithSections(sharedRows(rows, { notes }));
  const refusals = new Set<string>();
  const texts: string[] = [];
  for (let at = 0; at < body.length; at++) {
    for (const change of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
      const changed = body.slice();
      changed[at] = (changed[at] ?? 0) ^ change;
      const again = await read(changed);
      if ("code" in again) refusals.add("about" in again ? again.about : again.code);
      else texts.push(...again.notes.map(({ text }) => text));
    }
  }
  expect(texts).not.toContain("");
  for (const part of ["notes", "sections", "damaged", "too-large"]) expect(refusals).toContain(part);
});
