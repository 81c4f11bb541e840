import { expect, test } from "vitest";
import { unportedAnalyser } from "../testing/ported-analyser.ts";
import { WHOLE_LINK } from "../testing/whole-link.ts";
import type { Analyser, OpenedCapture } from "./analyser.ts";
import type { CaptureSource, OneSource } from "./capture-source.ts";

const [CLIENT, SERVER] = ["10.0.0.1.4711", "10.0.0.2.80"];

/** A line of tcpdump, so many milliseconds after twelve o'clock. */
function line(milliseconds: number, from: string, to: string, what: string): string {
  return `12:00:00.${String(milliseconds).padStart(3, "0")}000 IP ${from} > ${to}: ${what}\n`;
}

const SYN = "Flags [S], seq 100, win 64240, length 0";
const SYN_ACK = "Flags [S.], seq 500, ack 101, win 65160, length 0";
const ACK = "Flags [.], ack 501, win 502, length 0";
const data = (clock: number): string =>
  `Flags [P.], seq 101:131, ack 501, win 502, options [nop,nop,TS val ${clock} ecr 7], length 30`;
const LATER = "Flags [.], ack 131, win 502, length 0";

/** The client's side: its data is lost, and sent again. The server's clock is 200 ms ahead. */
const ofClient = [
  line(0, CLIENT, SERVER, SYN),
  line(20, SERVER, CLIENT, SYN_ACK),
  line(21, CLIENT, SERVER, ACK),
  line(30, CLIENT, SERVER, data(30)),
  line(330, CLIENT, SERVER, data(330)),
  line(350, SERVER, CLIENT, LATER),
].join("");
const ofServer = [
  line(210, CLIENT, SERVER, SYN),
  line(210, SERVER, CLIENT, SYN_ACK),
  line(231, CLIENT, SERVER, ACK),
  line(540, CLIENT, SERVER, data(330)),
  line(540, SERVER, CLIENT, LATER),
].join("");

const UNRELATED = [
  line(0, "10.0.0.3.99", SERVER, "Flags [S], seq 9, win 1000, length 0"),
  line(1, SERVER, "10.0.0.3.99", "Flags [R.], seq 0, ack 10, win 0, length 0"),
].join("");

const NONE = { count: 0, first: [] };

function text(name: string, content: string): OneSource {
  return { kind: "text", name, text: content };
}

const client = text("client", ofClient);
const server = text("server", ofServer);

async function opened(analyser: Analyser, source: CaptureSource): Promise<OpenedCapture> {
  const outcome = await analyser.open(source, () => undefined);
  if (!outcome?.ok) throw new Error(`not opened: ${JSON.stringify(outcome)}`);
  return outcome.capture;
}

test("two captures of the same traffic are one capture, with the client's first", async () => {
  for (const sources of [
    [client, server],
    [server, client],
  ] as const) {
    const analyser = unportedAnalyser();
    const capture = await opened(analyser, { kind: "pair", name: "both", sources });
    expect(capture).toMatchObject({
      name: "both",
      segments: 6,
      merge: { names: ["client", "server"], alone: [NONE, NONE], undecided: 0 },
    });
    expect(capture.connections.at(0)).toMatchObject({ segments: 6 });
    const told = (await analyser.ask("witnesses", 0))?.told;
    expect(told?.witnesses.atClient).toBe(0);
    expect([...(told?.witnesses.frames[1] ?? [])].filter((frame) => frame === 0)).toHaveLength(1);
    expect(told?.own?.ends[0].client).toEqual({ address: "10.0.0.1", port: 4711 });
  }
});

test("the connections that only one capture holds are named by their ends", async () => {
  const more = text("more", ofClient + UNRELATED);
  const capture = await opened(unportedAnalyser(), { kind: "pair", name: "both", sources: [more, server] });
  const ends = {
    id: 1,
    client: { address: "10.0.0.3", port: 99 },
    server: { address: "10.0.0.2", port: 80 },
  };
  expect(capture.merge?.alone).toEqual([{ count: 1, first: [ends] }, NONE]);
});

test("what one capture alone would have told is told beside what both show", async () => {
  const analyser = unportedAnalyser();
  await opened(analyser, { kind: "pair", name: "both", sources: [client, server] });
  const told = (await analyser.ask("witnesses", 0))?.told;
  expect(told?.own?.misjudged).toContainEqual({ position: 4, witness: 1, alone: "absent" });
});

test("a link of a merged connection opens as one, with what both captures show", async () => {
  const analyser = unportedAnalyser();
  await opened(analyser, { kind: "pair", name: "both", sources: [client, server] });
  const before = (await analyser.ask("witnesses", 0))?.told?.witnesses;
  const link = await analyser.ask("encodeLink", 0, WHOLE_LINK);
  expect(link?.fragment).toMatch(/^2\./u);
  const again = unportedAnalyser();
  await opened(again, { kind: "link", name: "link", fragment: link?.fragment ?? "" });
  const told = (await again.ask("witnesses", 0))?.told;
  expect(told?.own).toBeNull();
  expect(told?.witnesses.frames).toEqual(before?.frames);
  expect(told?.witnesses.rows.shown).toEqual(before?.rows.shown);
});

test("captures that share nothing are refused, and one that is refused is named", async () => {
  const other = text("other", UNRELATED);
  const outcome = await unportedAnalyser().open(
    { kind: "pair", name: "both", sources: [client, other] },
    () => undefined,
  );
  expect(outcome).toMatchObject({ ok: false, failure: { kind: "refused", refusal: { kind: "unrelated" } } });
  const broken = await unportedAnalyser().open(
    { kind: "pair", name: "both", sources: [client, text("broken", "nothing")] },
    () => undefined,
  );
  expect(broken).toMatchObject({ ok: false, failure: { kind: "refused", name: "broken" } });
});

test("an open capture tells how others are related to it", async () => {
  const analyser = unportedAnalyser();
  await opened(analyser, client);
  const other = text("other", UNRELATED);
  const kinship = async (others: readonly OneSource[]) =>
    (await analyser.ask("kinship", others, false))?.kinship;
  expect(await kinship([other])).toBeNull();
  expect(await kinship([other, server])).toEqual({ kind: "both", other: 1, connections: 1 });
  expect(await kinship([client])).toEqual({ kind: "same", other: 0 });
});

test("files of a ring are one capture, although a segment is repeated on both sides of the border", async () => {
  const dated = (lines: readonly string[]): string => lines.map((each) => `2026-12-01 ${each}`).join("");
  const again = "Flags [P.], seq 3000000101:3000000131, ack 2000000501, win 502, length 30";
  const first = dated([
    line(0, CLIENT, SERVER, "Flags [S], seq 3000000100, win 64240, length 0"),
    line(20, SERVER, CLIENT, "Flags [S.], seq 2000000500, ack 3000000101, win 65160, length 0"),
    line(21, CLIENT, SERVER, again),
  ]);
  const second = text("ring.pcap2", dated([line(900, CLIENT, SERVER, again)]));
  const analyser = unportedAnalyser();
  await opened(analyser, text("ring.pcap1", first));
  expect((await analyser.ask("kinship", [second], true))?.kinship).toEqual({ kind: "pieces", crossing: 1 });
  // Called by other names, they may have been made at both ends.
  expect((await analyser.ask("kinship", [second], false))?.kinship).toMatchObject({ kind: "both" });
});
