import { expect, test } from "vitest";
import { unportedAnalyser } from "../testing/ported-analyser.ts";
import { CaptureAnalyser } from "./capture-analyser.ts";
import type { ArrowsTaken } from "./questions.ts";

/** One refused connection from this port: a SYN and the RST that answers it. */
function refusedConnection(port: number): string {
  return (
    `12:00:00.000000 IP 10.0.0.1.${port} > 10.0.0.2.80: Flags [S], seq ${port}, win 64240, length 0\n` +
    `12:00:00.000100 IP 10.0.0.2.80 > 10.0.0.1.${port}: Flags [R.], seq 0, ack ${port + 1}, win 0, length 0\n`
  );
}

async function arrowsOf(text: string): Promise<ArrowsTaken | null> {
  const analyser = unportedAnalyser();
  await analyser.open({ kind: "text", name: "t", text }, () => undefined);
  return analyser.ask("arrowsTaken");
}

test("the arrows of all connections, each once", async () => {
  expect(await arrowsOf(refusedConnection(4711) + refusedConnection(4712))).toEqual({
    steps: [
      { arrow: "T02", from: "CLOSED", to: "SYN-SENT", via: null },
      { arrow: "T14", from: "SYN-SENT", to: "CLOSED", via: null },
    ],
    connections: 2,
  });
});

/** One direction of a connection, whose FIN may be the first or the second. */
const ONE_DIRECTION = `
12:00:00.000000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [S], seq 100, win 64240, length 0
12:00:00.010000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [.], seq 101, ack 501, win 64240, length 0
12:00:00.020000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [P.], seq 101:106, ack 601, win 64240, length 5
12:00:00.100000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [F.], seq 106, ack 601, win 64240, length 0
`;

test("no arrow into one of two states counts", async () => {
  const taken = await arrowsOf(ONE_DIRECTION);
  expect(taken?.steps.map(({ to }) => to)).toEqual([
    "SYN-SENT",
    "SYN-RECEIVED",
    "ESTABLISHED",
    "ESTABLISHED",
  ]);
});

test("nothing for a capture that is no longer open", async () => {
  const analyser = new CaptureAnalyser();
  expect(await analyser.ask("arrowsTaken")).toBeNull();
  const source = { kind: "text", name: "t", text: refusedConnection(4711) } as const;
  const ignore = (): void => {};
  const opening = { onProgress: ignore, onListed: ignore, onJudged: ignore };
  await analyser.open(source, opening);
  const asked = analyser.ask("arrowsTaken");
  void analyser.open(source, opening);
  expect(await asked).toBeNull();
});
