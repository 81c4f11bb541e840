import type { ExampleName } from "./examples.ts";

/** A capture file in base64. It is part of the page's own code, so opening it needs no request to another host. */
interface CaptureModule {
  readonly capture: string;
  /** What was captured at the server meanwhile, where `capture` is the client's. */
  readonly atServer?: string;
}

/** Where each example's capture is; each is loaded by itself. */
const CAPTURES: Record<ExampleName, () => Promise<CaptureModule>> = {
  "handshake-and-close": () => import("./captures/handshake-and-close.ts"),
  refused: () => import("./captures/refused.ts"),
  "icmp-rejected": () => import("./captures/icmp-rejected.ts"),
  "simultaneous-open": () => import("./captures/simultaneous-open.ts"),
  "fast-open": () => import("./captures/fast-open.ts"),
  "given-up": () => import("./captures/given-up.ts"),
  "refused-at-last": () => import("./captures/refused-at-last.ts"),
  "new-syn": () => import("./captures/new-syn.ts"),
  "old-duplicate-syn": () => import("./captures/old-duplicate-syn.ts"),
  "half-open": () => import("./captures/half-open.ts"),
  "syn-lost": () => import("./captures/syn-lost.ts"),
  "syn-never-answered": () => import("./captures/syn-never-answered.ts"),
  "syn-ack-lost": () => import("./captures/syn-ack-lost.ts"),
  "syn-received-for-ever": () => import("./captures/syn-received-for-ever.ts"),
  "completed-by-data": () => import("./captures/completed-by-data.ts"),
  "completed-by-fin": () => import("./captures/completed-by-fin.ts"),
  "fin-lost": () => import("./captures/fin-lost.ts"),
  "loss-at-both-ends": () => import("./captures/loss-at-both-ends.ts"),
  "three-segment-close": () => import("./captures/three-segment-close.ts"),
  "server-closes-first": () => import("./captures/server-closes-first.ts"),
  "half-close": () => import("./captures/half-close.ts"),
  "simultaneous-close": () => import("./captures/simultaneous-close.ts"),
  "close-wait-stays": () => import("./captures/close-wait-stays.ts"),
  "time-wait": () => import("./captures/time-wait.ts"),
  "time-wait-assassination": () => import("./captures/time-wait-assassination.ts"),
  "port-reuse": () => import("./captures/port-reuse.ts"),
  "zero-window": () => import("./captures/zero-window.ts"),
  "keep-alive": () => import("./captures/keep-alive.ts"),
  "reset-by-client": () => import("./captures/reset-by-client.ts"),
  "reset-by-server": () => import("./captures/reset-by-server.ts"),
  "blind-reset": () => import("./captures/blind-reset.ts"),
  partial: () => import("./captures/partial.ts"),
};

/** The octets of the example's capture file; of two, of the client's. */
export async function captureOf(name: ExampleName): Promise<Uint8Array<ArrayBuffer>> {
  return octetsOf((await CAPTURES[name]()).capture);
}

/** What the page opens: the example's capture file, or the captures of both ends. */
export async function sourceOf(name: ExampleName) {
  const { capture, atServer } = await CAPTURES[name]();
  if (atServer === undefined) return fileOf(capture, `${name}.pcap`);
  const sources = [fileOf(capture, `${name}-client.pcap`), fileOf(atServer, `${name}-server.pcap`)] as const;
  return { kind: "pair", name: `${name}.pcap`, sources } as const;
}

function fileOf(capture: string, name: string) {
  return { kind: "file", file: new File([octetsOf(capture)], name) } as const;
}

function octetsOf(capture: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(capture), (character) => character.charCodeAt(0));
}
