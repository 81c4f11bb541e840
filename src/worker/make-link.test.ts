import { expect, test } from "vitest";
import { unportedAnalyser } from "../testing/ported-analyser.ts";
import { WHOLE_LINK } from "../testing/whole-link.ts";
import type { Analyser, OpenedCapture } from "./analyser.ts";
import type { LinkReduction, LinkWish } from "./questions.ts";

const HANDSHAKE = `10:00:00.000000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [S], seq 100, win 64240, options [mss 1460,sackOK,TS val 500 ecr 0,nop,wscale 7], length 0
10:00:00.010000 IP 10.0.0.2.80 > 10.0.0.1.4711: Flags [S.], seq 900, ack 101, win 65160, options [mss 1460,sackOK,TS val 77000 ecr 500,nop,wscale 7], length 0
10:00:00.010100 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [.], ack 1, win 502, options [nop,nop,TS val 510 ecr 77000], length 0
`;
const ROUNDS = 30;
/** Data that is acknowledged, irregular enough that telling it takes room. */
const MIDDLE = Array.from({ length: ROUNDS }, (_, round) => {
  const second = String(round + 1).padStart(2, "0");
  const [from, to] = [1 + octetsBefore(round), 1 + octetsBefore(round + 1)];
  const value = 1510 + round * 1000;
  return `10:00:${second}.${100_000 + round * 7919} IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [P.], seq ${from}:${to}, ack 1, win 502, options [nop,nop,TS val ${value} ecr 77000], length ${to - from}
10:00:${second}.${410_000 + round * 10_007} IP 10.0.0.2.80 > 10.0.0.1.4711: Flags [.], ack ${to}, win ${509 - round}, options [nop,nop,TS val ${77010 + round * 991} ecr ${value}], length 0
`;
}).join("");
const DATA = octetsBefore(ROUNDS);
const CLOSE = `10:00:40.000000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [F.], seq ${1 + DATA}, ack 1, win 502, options [nop,nop,TS val 40510 ecr 110000], length 0
10:00:40.010000 IP 10.0.0.2.80 > 10.0.0.1.4711: Flags [F.], seq 1, ack ${2 + DATA}, win 509, options [nop,nop,TS val 117000 ecr 40510], length 0
10:00:40.010100 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [.], ack 2, win 502, options [nop,nop,TS val 40520 ecr 117000], length 0
`;
const SEGMENTS = 6 + 2 * ROUNDS;

/** What the client has sent before a round. */
function octetsBefore(round: number): number {
  return round * 110 + ((round * round * 13) % 97);
}

async function opened(text: string): Promise<Analyser> {
  const analyser = unportedAnalyser();
  await analyser.open({ kind: "text", name: "console", text }, () => {});
  return analyser;
}

async function reopened(fragment: string): Promise<{ analyser: Analyser; capture: OpenedCapture }> {
  const analyser = unportedAnalyser();
  const outcome = await analyser.open({ kind: "link", name: "link", fragment }, () => {});
  if (!outcome?.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return { analyser, capture: outcome.capture };
}

function wish(reduction: LinkReduction, more: Partial<LinkWish> = {}): LinkWish {
  return { ...WHOLE_LINK, reduction, ...more };
}

test("each way of leaving out makes the link shorter, and says what it leaves out", async () => {
  const analyser = await opened(HANDSHAKE + MIDDLE + CLOSE);
  const lengths: number[] = [];
  for (const kind of ["none", "options", "middle"] as const) {
    const link = await analyser.ask("encodeLink", 0, wish({ kind }));
    lengths.push(link?.fragment?.length ?? 0);
  }
  const [none = 0, options = 0, middle = 0] = lengths;
  expect(options).toBeLessThan(none);
  expect(middle).toBeLessThan(options);
  expect(middle).toBeGreaterThan(0);
});

test("without the middle, opening and closing stay, with both states as they were", async () => {
  const analyser = await opened(HANDSHAKE + MIDDLE + CLOSE);
  const whole = await analyser.ask("analyse", 0);
  const link = await analyser.ask("encodeLink", 0, wish({ kind: "middle" }));
  const { analyser: other, capture } = await reopened(link?.fragment ?? "");
  const part = await other.ask("analyse", 0);
  expect(capture.segments).toBe(SEGMENTS - (link?.folded ?? 0));
  expect(capture.link?.lacksTimestampsAndSack).toBe(true);
  const folded = capture.link?.folds.map(({ client, server }) => client.segments + server.segments) ?? [];
  expect(folded.reduce((sum, count) => sum + count, 0)).toBe(link?.folded);
  const data = capture.link?.folds.map(({ client }) => client.payload) ?? [];
  const kept = Array.from(part?.segments.payloadLength.subarray(0, part.segments.length) ?? []);
  expect([...data, ...kept].reduce((sum, octets) => sum + octets, 0)).toBe(DATA);
  expect(part?.verdict.outcome).toBe(whole?.verdict.outcome);
  expect(part?.moves.map(({ side, from, to }) => [side, from, to])).toEqual(
    whole?.moves.map(({ side, from, to }) => [side, from, to]),
  );
  expect(part?.annotations.some(({ kind }) => kind === "elided")).toBe(true);
});

test("a range stays whole, with what tells the states around it", async () => {
  const analyser = await opened(HANDSHAKE + MIDDLE + CLOSE);
  const link = await analyser.ask("encodeLink", 0, wish({ kind: "range", from: 20, to: 29 }));
  const { analyser: other } = await reopened(link?.fragment ?? "");
  const frames = (await other.ask("analyse", 0))?.segments.frame ?? [];
  const kept = Array.from(frames).filter((frame) => frame >= 20 && frame <= 29);
  expect(kept).toEqual([20, 21, 22, 23, 24, 25, 26, 27, 28, 29]);
  expect(frames).toContain(1);
  expect(frames).toContain(SEGMENTS);
});

test("a link made of an opened link keeps what that one left out, and takes the new title", async () => {
  const analyser = await opened(HANDSHAKE + MIDDLE + CLOSE);
  const first = await analyser.ask("encodeLink", 0, wish({ kind: "middle" }, { title: "one" }));
  const { analyser: other, capture } = await reopened(first?.fragment ?? "");
  expect(capture.name).toBe("one");
  const second = await other.ask(
    "encodeLink",
    0,
    wish({ kind: "none" }, { isAnonymous: true, title: "two" }),
  );
  const { capture: again } = await reopened(second?.fragment ?? "");
  expect(again.name).toBe("two");
  expect(again.link?.folds).toEqual(capture.link?.folds);
  expect(again.link?.lacksTimestampsAndSack).toBe(true);
});

test("a refused link says why, and nothing is open", async () => {
  const analyser = unportedAnalyser();
  const outcome = await analyser.open({ kind: "link", name: "link", fragment: "1.AAAAAAAA" }, () => {});
  expect(outcome).toEqual({
    ok: false,
    failure: { kind: "link", name: "link", refusal: { code: "damaged" } },
  });
  expect(await analyser.ask("encodeLink", 0, wish({ kind: "none" }))).toBeNull();
});
