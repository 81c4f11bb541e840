import { expect, test } from "vitest";
import { analyseText, story } from "../testing/story.ts";
import type { ConnectionAnalysis } from "./analysis.ts";
import type { AnnotationKind } from "./annotation.ts";

/*
 * The worked examples of RFC 9293, written as `tcpdump -S` prints them at TCP Peer A. A mark behind a state says how it
 * is known: ? nothing confirms it, ! inferred from a later segment.
 */

const A = "10.0.0.1.40000";
const B = "10.0.0.2.80";

/** Annotations that would warn of something that the figure does not show. */
function annotationsOf({ annotations }: ConnectionAnalysis): AnnotationKind[] {
  return annotations.map(({ kind }) => kind);
}

async function only(text: string): Promise<ConnectionAnalysis> {
  const [analysis, ...others] = await analyseText(text);
  if (analysis === undefined || others.length > 0) throw new Error("not one connection");
  return analysis;
}

test("figure 6: basic three-way handshake", async () => {
  const analysis = await only(`
12:00:00.000000 IP ${A} > ${B}: Flags [S], seq 100, win 1000, length 0
12:00:00.010000 IP ${B} > ${A}: Flags [S.], seq 300, ack 101, win 1000, length 0
12:00:00.020000 IP ${A} > ${B}: Flags [.], ack 301, win 1000, length 0
12:00:00.020100 IP ${A} > ${B}: Flags [P.], seq 101:111, ack 301, win 1000, length 10
12:00:00.030000 IP ${B} > ${A}: Flags [.], ack 111, win 1000, length 0
`);
  expect(story(analysis)).toEqual([
    "client SYN: SYN-SENT, SYN-RECEIVED",
    "server SYN,ACK: ESTABLISHED, SYN-RECEIVED",
    "client ACK: ESTABLISHED, ESTABLISHED",
    "client PSH,ACK data: ESTABLISHED, ESTABLISHED",
    "server ACK: ESTABLISHED, ESTABLISHED",
  ]);
  expect(annotationsOf(analysis)).toEqual([]);
});

test("figure 7: simultaneous connection synchronization", async () => {
  const analysis = await only(`
12:00:00.000000 IP ${A} > ${B}: Flags [S], seq 100, win 1000, length 0
12:00:00.005000 IP ${B} > ${A}: Flags [S], seq 300, win 1000, length 0
12:00:00.005100 IP ${A} > ${B}: Flags [S.], seq 100, ack 301, win 1000, length 0
12:00:00.010000 IP ${B} > ${A}: Flags [S.], seq 300, ack 101, win 1000, length 0
12:00:00.020000 IP ${A} > ${B}: Flags [P.], seq 101:106, ack 301, win 1000, length 5
12:00:00.030000 IP ${B} > ${A}: Flags [.], ack 106, win 1000, length 0
`);
  expect(story(analysis)).toEqual([
    "client SYN: SYN-SENT, CLOSED",
    "server SYN: SYN-RECEIVED, SYN-RECEIVED",
    "client SYN,ACK: SYN-RECEIVED, SYN-RECEIVED",
    "server SYN,ACK: ESTABLISHED, ESTABLISHED",
    "client PSH,ACK data: ESTABLISHED, ESTABLISHED",
    "server ACK: ESTABLISHED, ESTABLISHED",
  ]);
  expect(new Set(annotationsOf(analysis))).toEqual(new Set(["simultaneous-open"]));
});

test("figure 8: recovery from an old duplicate SYN", async () => {
  // The old duplicate (SEQ=90) is on the network: at Peer A only the answer to it is seen.
  const analysis = await only(`
12:00:00.000000 IP ${A} > ${B}: Flags [S], seq 100, win 1000, length 0
12:00:00.010000 IP ${B} > ${A}: Flags [S.], seq 300, ack 91, win 1000, length 0
12:00:00.010100 IP ${A} > ${B}: Flags [R], seq 91, win 0, length 0
12:00:00.020000 IP ${B} > ${A}: Flags [S.], seq 400, ack 101, win 1000, length 0
12:00:00.020100 IP ${A} > ${B}: Flags [.], ack 401, win 1000, length 0
`);
  expect(story(analysis)).toEqual([
    "client SYN: SYN-SENT, LISTEN",
    "server SYN,ACK: SYN-SENT, SYN-RECEIVED!",
    "client RST: SYN-SENT, LISTEN?",
    "server SYN,ACK: ESTABLISHED, SYN-RECEIVED!",
    "client ACK: ESTABLISHED, ESTABLISHED?",
  ]);
  expect(annotationsOf(analysis)).toEqual(["rejected", "rst-reply"]);
});

test("figure 9: half-open connection discovery", async () => {
  // Peer A crashed and opens again while Peer B is still ESTABLISHED.
  const [old, fresh, ...others] = await analyseText(`
12:00:00.000000 IP ${A} > ${B}: Flags [S], seq 80, win 1000, length 0
12:00:00.010000 IP ${B} > ${A}: Flags [S.], seq 280, ack 81, win 1000, length 0
12:00:00.010100 IP ${A} > ${B}: Flags [.], ack 281, win 1000, length 0
12:00:00.010200 IP ${A} > ${B}: Flags [P.], seq 81:100, ack 281, win 1000, length 19
12:00:00.020000 IP ${B} > ${A}: Flags [P.], seq 281:300, ack 100, win 1000, length 19
12:00:00.020100 IP ${A} > ${B}: Flags [.], ack 300, win 1000, length 0
12:05:00.000000 IP ${A} > ${B}: Flags [S], seq 400, win 1000, length 0
12:05:00.010000 IP ${B} > ${A}: Flags [.], ack 100, win 1000, length 0
12:05:00.010100 IP ${A} > ${B}: Flags [R], seq 100, win 0, length 0
12:05:01.000000 IP ${A} > ${B}: Flags [S], seq 400, win 1000, length 0
12:05:01.010000 IP ${B} > ${A}: Flags [S.], seq 600, ack 401, win 1000, length 0
12:05:01.010100 IP ${A} > ${B}: Flags [.], ack 601, win 1000, length 0
`);
  if (old === undefined || fresh === undefined) throw new Error("not two connections");
  expect(others).toEqual([]);
  expect(story(old).slice(6)).toEqual(["server ACK: CLOSED, ESTABLISHED", "client RST: CLOSED, CLOSED?"]);
  expect(annotationsOf(old)).toEqual(["challenge-ack", "rst-reply"]);
  expect(story(fresh)).toEqual([
    "client SYN: SYN-SENT, LISTEN",
    "client SYN: SYN-SENT, SYN-RECEIVED",
    "server SYN,ACK: ESTABLISHED, SYN-RECEIVED",
    "client ACK: ESTABLISHED, ESTABLISHED?",
  ]);
});

test("figure 10: the active side causes half-open connection discovery", async () => {
  // Peer A has crashed: what Peer B sends is answered with a RST.
  const analysis = await only(`
12:00:00.000000 IP ${A} > ${B}: Flags [S], seq 99, win 1000, length 0
12:00:00.010000 IP ${B} > ${A}: Flags [S.], seq 299, ack 100, win 1000, length 0
12:00:00.010100 IP ${A} > ${B}: Flags [.], ack 300, win 1000, length 0
12:05:00.000000 IP ${B} > ${A}: Flags [P.], seq 300:310, ack 100, win 1000, length 10
12:05:00.000100 IP ${A} > ${B}: Flags [R], seq 100, win 0, length 0
`);
  expect(story(analysis).slice(3)).toEqual([
    "server PSH,ACK data: ESTABLISHED, ESTABLISHED",
    "client RST: CLOSED, CLOSED?",
  ]);
  expect(annotationsOf(analysis)).toEqual(["rejected", "rst-reply"]);
});

test("figure 11: an old duplicate SYN initiates a reset on two passive sockets", async () => {
  // A capture cannot tell the duplicate from a SYN that Peer A sent: it is shown as having been in SYN-SENT.
  const analysis = await only(`
12:00:00.000000 IP ${A} > ${B}: Flags [S], seq 700, win 1000, length 0
12:00:00.010000 IP ${B} > ${A}: Flags [S.], seq 300, ack 701, win 1000, length 0
12:00:00.010100 IP ${A} > ${B}: Flags [R], seq 701, win 0, length 0
`);
  expect(story(analysis)).toEqual([
    "client SYN: SYN-SENT, SYN-RECEIVED",
    "server SYN,ACK: SYN-SENT, SYN-RECEIVED",
    "client RST: CLOSED, LISTEN?",
  ]);
  expect(annotationsOf(analysis)).toEqual(["rejected", "rst-reply"]);
});

test("figure 12: normal close sequence", async () => {
  const analysis = await only(`
12:00:00.000000 IP ${A} > ${B}: Flags [S], seq 99, win 1000, length 0
12:00:00.010000 IP ${B} > ${A}: Flags [S.], seq 299, ack 100, win 1000, length 0
12:00:00.010100 IP ${A} > ${B}: Flags [.], ack 300, win 1000, length 0
12:00:01.000000 IP ${A} > ${B}: Flags [F.], seq 100, ack 300, win 1000, length 0
12:00:01.010000 IP ${B} > ${A}: Flags [.], ack 101, win 1000, length 0
12:00:02.000000 IP ${B} > ${A}: Flags [F.], seq 300, ack 101, win 1000, length 0
12:00:02.000100 IP ${A} > ${B}: Flags [.], ack 301, win 1000, length 0
`);
  expect(story(analysis).slice(3)).toEqual([
    "client FIN,ACK: FIN-WAIT-1, CLOSE-WAIT",
    "server ACK: FIN-WAIT-2?, CLOSE-WAIT",
    "server FIN,ACK: TIME-WAIT, LAST-ACK",
    "client ACK: TIME-WAIT, CLOSED?",
  ]);
  expect(annotationsOf(analysis)).toEqual([]);
});

test("figure 13: simultaneous close sequence", async () => {
  const analysis = await only(`
12:00:00.000000 IP ${A} > ${B}: Flags [S], seq 99, win 1000, length 0
12:00:00.010000 IP ${B} > ${A}: Flags [S.], seq 299, ack 100, win 1000, length 0
12:00:00.010100 IP ${A} > ${B}: Flags [.], ack 300, win 1000, length 0
12:00:01.000000 IP ${A} > ${B}: Flags [F.], seq 100, ack 300, win 1000, length 0
12:00:01.005000 IP ${B} > ${A}: Flags [F.], seq 300, ack 100, win 1000, length 0
12:00:01.005100 IP ${A} > ${B}: Flags [.], ack 301, win 1000, length 0
12:00:01.010000 IP ${B} > ${A}: Flags [.], ack 101, win 1000, length 0
`);
  expect(story(analysis).slice(3)).toEqual([
    "client FIN,ACK: FIN-WAIT-1, ESTABLISHED",
    // Captured at the client: far from there, what acknowledges both FINs does not show in which order they came.
    "server FIN,ACK: CLOSING, CLOSING?",
    "client ACK: CLOSING, TIME-WAIT?",
    "server ACK: TIME-WAIT?, TIME-WAIT?",
  ]);
  expect(annotationsOf(analysis)).toEqual(["simultaneous-close"]);
});
