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
