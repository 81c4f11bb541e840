import { describe, expect, test } from "vitest";
import { analyseTable } from "../../tcp/analyse-table.ts";
import { compactTable } from "../../testing/compact-notation.ts";
import { runScript } from "../run/run-script.ts";
import { printScript } from "../script/print-script.ts";
import { readScript } from "../script/read-script.ts";
import { tableSeenFrom } from "../told/trace-table.ts";
import { type Replay, replayOf } from "./replay.ts";

function replayOfCompact(compact: string): Replay | null {
  const [analysis] = analyseTable(compactTable(compact));
  return analysis === undefined ? null : replayOf(analysis);
}

/** The lines of the script with calls and of the wire. */
function linesOf(compact: string): string[] {
  const script = replayOfCompact(compact)?.script ?? [];
  return printScript(script)
    .split("\n")
    .filter((line) => /^(?:[cs]:|lose|inject|delay [cs])/u.test(line));
}

/** Runs a script, captures it at an end, and makes a script of the capture. */
function again(text: string, end: 0 | 1): Replay | null {
  const script = readScript(text);
  if (!script.ok) throw new Error("no script");
  const [analysis] = analyseTable(tableSeenFrom(runScript(script.value), end).table);
  return analysis === undefined ? null : replayOf(analysis);
}

const TALK = `profile linux
delay 5ms
s: listen
c: connect
c: after connected +20ms send 29
s: after read 29 send 43
c: after read 43 +100ms close
s: after eof +305ms close
end 2s
`;

describe("the script of a capture", () => {
  test("hangs each call on the latest thing that could have caused it", () => {
    expect(linesOf("~0.01 cS sS. ~0.02 c. cP.+29 s. sP.+43 ~0.1 c. cF. ~0.3 s. sF. c.")).toEqual([
      "s: listen",
      "s: after read 29 +10020us send 43",
      "s: after eof +300020us close",
      "c: connect",
      "c: after connected +30ms send 29",
      "c: after read 43 +110ms close",
    ]);
  });

  test.each([
    ["a SYN that nobody answers", "~1 cS ~2 cS ~4 cS", "lose c.syn#2"],
    ["a program that aborts", "~0.01 cS sS. ~1 c. cR.", "c: after connected +1010ms abort"],
    ["a host that forgot the connection", "~0.01 cS sS. ~1 c. ~0.01 cP.+5 sR@1", "s: restart"],
  ])("knows %s", (_, compact, line) => {
    expect(linesOf(compact)).toContain(line);
  });

  test.each([0, 1] as const)("of a run, captured at end %i, repeats all of it", (end) => {
    const replay = again(TALK, end);
    expect(replay).toMatchObject({ seenFrom: end, replays: 11, of: 11, differsAt: null });
  });

  test.each(["lose c.syn", "lose c.fin", "lose c.data", "lose s.data", "icmp c.syn"])(
    "with “%s” does so too",
    (line) => {
      const replay = again(`${TALK}${line}\n`, 0);
      expect(replay?.replays).toBe(replay?.of);
    },
  );

  const CONNECT = "profile linux\ns: listen\nc: connect\n";

  test.each([
    [
      "a SYN,ACK that is lost before a second SYN goes",
      0,
      `${TALK}tick 4ms\nlose s.syn-ack`,
      "lose s.syn-ack",
    ],
    ["a clock that turns by steps", 1, `${TALK}tick 4ms\nlose s.syn-ack`, "tick 4ms"],
    ["SYNs whose timeout does not double yet", 0, `${CONNECT}linear 4\nlose c.syn*\nend 9s`, "linear 4"],
    [
      "a host that gives up its FIN",
      0,
      `${TALK.replace("after eof +305ms close", "+9s send 14")}retries 3\nlose c.fin*\nend 20s`,
      "retries 3",
    ],
  ] as const)("knows %s, and repeats all of it", (_, end, script, line) => {
    const replay = again(script, end);
    expect(printScript(replay?.script ?? [])).toContain(`${line}\n`);
    expect(replay?.replays).toBe(replay?.of);
  });

  test("lets a segment of the other end come as late as it did", () => {
    const replay = replayOfCompact("~0.01 cS sS. c. cP.+20 ~0.06 cP.+20 s./21 s./41");
    expect(printScript(replay?.script ?? [])).toContain("delay s.ack(21) by ");
    expect(replay?.differsAt).toBeNull();
  });

  test("repeats segments that a network card has cut only behind the capture", () => {
    expect(replayOfCompact("~0.01 cS sS. c. cP.+20 s. sP.+7240 c.")?.differsAt).toBeNull();
  });

  test("takes no octet that is sent again for a keep-alive", () => {
    const octet = linesOf("~0.01 cS sS. c. ~0.1 sP.+1 c. ~0.3 sP.@1+1 c.");
    expect(octet.filter((line) => line.includes("keepalive"))).toEqual([]);
  });

  test("takes short segments that are pushed for calls of their own, however close they are", () => {
    const talk =
      "profile linux\ns: listen\nc: connect\nc: after connected +1ms send 60\nc: +500us send 60\nc: +500us send 5\n";
    const sends = (again(talk, 0)?.script ?? []).flatMap((line) =>
      line.kind === "call" && line.verb.kind === "send" ? [line.verb.octets] : [],
    );
    expect(sends).toEqual([60, 60, 5]);
  });

  test("says where the hosts of the laboratory differ from others", () => {
    // The server acknowledges octets one by one, which no host here does.
    const replay = replayOfCompact("~0.01 cS sS. c. cP.+9 s./2 s./3 s./10");
    expect(replay?.differsAt).toBe(5);
  });

  test.each([
    ["without its beginning", "mid c.+10 s."],
    ["that the server's SYN,ACK begins", "sS. c."],
  ])("is none for a connection %s", (_, compact) => {
    expect(replayOfCompact(compact)).toBeNull();
  });
});
