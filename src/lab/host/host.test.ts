import { describe, expect, test } from "vitest";
import { runText } from "../../testing/run-text.ts";
import { printPattern } from "../script/print-script.ts";

const MS = 1e6;

/** The names of what an end sends, with the times in milliseconds. */
function sentBy(text: string, end: 0 | 1): string[] {
  return runText(text)
    .segments.filter(({ from }) => from === end)
    .map(({ name, sentAt }) => `${printPattern(name)} ${Math.round(sentAt / MS)}`);
}

describe("keep-alives", () => {
  const TALK =
    "profile linux\ns: listen\nc: connect\nc: after connected keepalive 1s\nc: after connected +2500ms close\n";

  test("begin after the silence that was asked for", () => {
    expect(sentBy(TALK, 0).slice(2, 4)).toEqual(["c.ack(1)#2 1020", "c.ack(1)#3 2040"]);
  });

  test("end in TIME-WAIT, where nobody waits for an answer (RFC 9293 section 3.8.4)", () => {
    const closing = sentBy(`${TALK}s: after eof close\n`, 0);
    expect(closing.slice(-2)).toEqual(["c.fin 2520", "c.ack(2) 2540"]);
  });
});

test("an ACK at the right edge of a window that data has filled is taken, as every stack does", () => {
  const calls = "s: listen\nc: connect\nc: after connected send 500\ns: after accepted +1ms send 10\n";
  const full = `window 500\n${calls}lose c.data*\nend 5s\n`;
  // The client's data, which is lost, takes it to the edge; its ACK of the server's stands there.
  expect(sentBy(full, 1).filter((name) => name.startsWith("s.data"))).toEqual(["s.data[1..10] 31"]);
});

describe("a forged segment", () => {
  const TALK = "s: listen\nc: connect\nc: after connected +20ms send 10\nend 4s\n";
  const answers = (line: string): string[] => sentBy(`${TALK}inject c ${line} at 500ms\n`, 1).slice(2);

  test.each([
    ["a RST in the window, not exact", "[R] seq 12"],
    ["a SYN", "[S] seq 900000"],
    ["an ACK of what was never sent", "[.] seq 11 ack 9999"],
    ["an ACK of what was acknowledged long ago", "[F.] seq 11 ack 4000000000"],
    ["an old number", "[.] seq 3 ack 1"],
  ])("is challenged where it is %s (RFC 5961)", (_, line) => {
    expect(answers(line)).toEqual(["s.ack(11)#2 500"]);
  });

  test.each([
    ["a RST outside the window", "[R] seq 4000000"],
    ["data without ACK", "[P] seq 11 len 5"],
  ])("is dropped without a word where it is %s", (_, line) => {
    expect(answers(line)).toEqual([]);
  });

  test("that the one end takes and the other never sent makes no storm of ACKs: one each in half a second", () => {
    // The server acknowledges a FIN that the client has not sent, and each holds the other's ACK for impossible.
    expect(answers("[F.] seq 11 ack 1")).toEqual(["s.ack(12) 500", "s.ack(12)#2 520"]);
  });
});

test("of two probes of a shut window within half a second Linux answers one, as recording 15 shows", () => {
  const full =
    "profile linux\nwindow 1000\ns: listen\nc: connect\nc: after connected send 3000\ns: after accepted read 1 per 60s\nend 3s\n";
  const probes = sentBy(full, 0).filter((name) => name.startsWith("c.ack"));
  expect(probes.slice(1)).toEqual(["c.ack(1)#2 260", "c.ack(1)#3 700", "c.ack(1)#4 1580"]);
  expect(sentBy(full, 1).slice(2)).toEqual(["s.ack(1001)#2 270", "s.ack(1001)#3 1590"]);
});

describe("a clock that ticks", () => {
  const LOST = "profile linux\nc: at 1ms connect\nlose c.syn*\nend 10s\n";

  test("without one, timers are exact", () => {
    expect(sentBy(LOST, 0)).toEqual(["c.syn 1", "c.syn#2 1001", "c.syn#3 3001", "c.syn#4 7001"]);
  });

  test("with one they run out when the wheel turns: by 32 ms for a second, by 256 ms for four", () => {
    // 250 ticks of 4 ms lie between 63 and 504: steps of 8 ticks. 1001 → 1024; 3024 → 3072 by 32 ms (500 ticks).
    const waits = sentBy(`tick 4ms\n${LOST}`, 0);
    expect(waits).toEqual(["c.syn 1", "c.syn#2 1024", "c.syn#3 3040", "c.syn#4 7168"]);
  });
});
