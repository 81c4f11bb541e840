import fc from "fast-check";
import type {
  Call,
  CallTime,
  Cause,
  End,
  Script,
  SegmentPattern,
  Statement,
  Verb,
} from "../lab/script/script.ts";

const MS = 1e6;
const S = 1e9;

/** What a generated script may hold beside talk, loss, reordering and doubling. */
export interface ScriptLiberties {
  /** The client may use the same port again, where the server listens. */
  readonly reopens?: boolean;
  /** Hosts may crash and restart, windows may be small and programs slow, segments may be refused by ICMP. */
  readonly fails?: boolean;
}

/** Times in whole microseconds, as a script writes them. */
function time(least: number, most: number): fc.Arbitrary<number> {
  return fc.integer({ min: Math.round(least / 1000), max: Math.round(most / 1000) }).map((us) => us * 1000);
}

function sometimes<T>(percent: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.integer({ min: 0, max: 99 }).chain((drawn) => (drawn < percent ? arbitrary : fc.constant(null)));
}

function call(end: End, when: CallTime, verb: Verb): Call {
  return { kind: "call", end, when, verb };
}

function after(cause: Cause | null, pause: number): CallTime {
  return { kind: "after", cause, pause };
}

/** A program needs time to wake up. */
const SOONEST = 0.2 * MS;

const SENDS = fc.array(fc.tuple(time(SOONEST, 0.5 * S), fc.integer({ min: 1, max: 4000 })), { maxLength: 4 });

/** What a program does with its connection: it sends, aborts, closes, and closes when the other end has. */
function talk(end: End, opened: Cause): fc.Arbitrary<Call[]> {
  return fc
    .record({
      sends: SENDS,
      abort: sometimes(15, time(SOONEST, 2 * S)),
      close: sometimes(70, time(SOONEST, 2 * S)),
      closing: fc.constantFrom("close", "shutdown"),
      atEnd: sometimes(85, time(SOONEST, S)),
    })
    .map(({ sends, abort, close, closing, atEnd }) => {
      let at = 0;
      const calls = sends.map(([pause, octets]) =>
        call(end, after(opened, (at += pause)), { kind: "send", octets }),
      );
      if (abort !== null) calls.push(call(end, after(opened, at + abort), { kind: "abort" }));
      if (close !== null) calls.push(call(end, after(opened, at + close), { kind: closing }));
      if (atEnd !== null) calls.push(call(end, after({ kind: "eof" }, atEnd), { kind: "close" }));
      return calls;
    });
}

const PATTERN: fc.Arbitrary<SegmentPattern> = fc.record({
  end: fc.constantFrom<End>(0, 1),
  kind: fc.constantFrom("any", "data", "ack", "fin", "syn", "syn-ack"),
  octets: fc.constant(null),
  ack: fc.constant(null),
  copy: fc.integer({ min: 1, max: 12 }),
});

function wire(delay: number): fc.Arbitrary<Statement[]> {
  const late = fc.tuple(PATTERN, time(0, Math.max(1.5 * delay, MS)));
  return fc
    .record({
      loss: sometimes(70, fc.integer({ min: 0, max: 300_000 })),
      late: fc.array(late, { maxLength: 8 }),
      doubled: fc.array(PATTERN, { maxLength: 2 }),
    })
    .map(({ loss, late: delays, doubled }) => {
      const lines: Statement[] = loss === null ? [] : [{ kind: "lose-share", millionths: loss }];
      for (const [segment, by] of delays) lines.push({ kind: "delay-segment", segment, by });
      for (const segment of doubled) lines.push({ kind: "twice", segment });
      return lines;
    });
}

/** How the connection is opened: two openers whose SYNs cross, nobody who listens, or a listener. */
function opening(delay: number): fc.Arbitrary<{ readonly calls: Call[]; readonly opened: Cause }> {
  const connects = call(0, { kind: "at", time: MS }, { kind: "connect" });
  return fc.tuple(fc.integer({ min: 0, max: 99 }), time(0, delay)).map(([drawn, pause]) => {
    if (drawn < 7)
      return {
        calls: [connects, call(1, { kind: "at", time: MS + pause }, { kind: "connect" })],
        opened: { kind: "connected" },
      };
    if (drawn < 12) return { calls: [connects], opened: { kind: "accepted" } };
    return { calls: [call(1, after(null, 0), { kind: "listen" }), connects], opened: { kind: "accepted" } };
  });
}

function failures(): fc.Arbitrary<Statement[]> {
  return fc
    .record({
      window: sometimes(40, fc.integer({ min: 500, max: 8000 })),
      mss: sometimes(40, fc.integer({ min: 100, max: 1460 })),
      crash: sometimes(20, fc.tuple(fc.constantFrom<End>(0, 1), time(0, 3 * S), time(S, 3 * S))),
      slow: sometimes(
        30,
        fc.tuple(fc.constantFrom<End>(0, 1), fc.integer({ min: 50, max: 2000 }), time(10 * MS, S)),
      ),
      refused: sometimes(10, fc.integer({ min: 1, max: 2 })),
    })
    .map(({ window, mss, crash, slow, refused }) => {
      const lines: Statement[] = [];
      if (window !== null) lines.push({ kind: "window", value: window });
      if (mss !== null) lines.push({ kind: "mss", value: mss });
      if (slow !== null) {
        const [end, octets, per] = slow;
        lines.push(call(end, { kind: "at", time: S }, { kind: "read", octets, per }));
      }
      if (crash !== null) {
        const [end, at, pause] = crash;
        lines.push(call(end, { kind: "at", time: at }, { kind: "crash" }));
        lines.push(call(end, after(null, pause), { kind: "restart" }));
      }
      if (refused !== null)
        lines.push({
          kind: "icmp",
          segment: { end: 0, kind: "syn", octets: null, ack: null, copy: refused },
        });
      return lines;
    });
}

/** Legal scripts of every kind: what they do is decided by the script alone, so that a failure shrinks. */
export function anyScript({ reopens = false, fails = false }: ScriptLiberties = {}): fc.Arbitrary<Script> {
  const setting = fc.record({
    profile: fc.constantFrom("rfc" as const, "linux" as const),
    delay: time(0.5 * MS, 150 * MS),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
  });
  return setting.chain(({ profile, delay, seed }) => {
    const settings: Statement[] = [
      { kind: "profile", profile },
      { kind: "delay", there: delay, back: delay },
      { kind: "seed", value: seed },
      { kind: "end", time: 300 * S },
    ];
    const reopening = reopens ? sometimes(30, time(2 * S, 90 * S)) : fc.constant(null);
    const failing = fails ? failures() : fc.constant([]);
    return opening(delay).chain(({ calls, opened }) =>
      fc
        .tuple(talk(0, { kind: "connected" }), talk(1, opened), failing, reopening, wire(delay))
        .map(([client, server, failed, reopen, lines]) => {
          const listens = calls[0]?.verb.kind === "listen";
          const again: Statement[] =
            reopen === null || !listens ? [] : [call(0, { kind: "at", time: reopen }, { kind: "connect" })];
          return settings.concat(calls, client, server, failed, again, lines);
        }),
    );
  });
}
