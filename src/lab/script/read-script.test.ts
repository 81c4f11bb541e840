import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyScript } from "../../testing/any-script.ts";
import { describeProblem } from "./describe-problem.ts";
import { printScript } from "./print-script.ts";
import { isScript, readScript } from "./read-script.ts";
import type { Script } from "./script.ts";

function read(text: string): Script {
  const result = readScript(text);
  if (!result.ok) throw new Error(result.error.map(describeProblem).join("\n"));
  return result.value;
}

function problemOf(text: string): string {
  const result = readScript(text);
  return result.ok ? "no problem" : (result.error.map(describeProblem)[0] ?? "");
}

const EVERY_LINE = `# every kind of line
profile linux
delay 5ms/20ms
mss 536
window 4000
seed 7
retries 3
linear 4
tick 4ms
end 2s

s: listen
c: at 1500ms connect
c: after connected +250us send 29
c: send 1
s: +1ms read 1000 per 100ms
s: after read 29 shutdown
s: after eof +305ms close
c: after acked abort
c: after reset keepalive 1s
s: crash
s: after accepted restart
lose c.syn
lose s.any*
lose 12.5%
twice c.data[1..29]#2
icmp c.syn#3
delay s.ack(31) by 40ms
cut 1s..2500ms
inject c [R] seq 100 at 1s
inject s [SF.] seq 0 ack 1 win 0 len 12 at 0s
goal s LAST-ACK 3s
goal c FIN-WAIT-1
goal edits 1
`;

describe("a script", () => {
  test("is printed as it was read, line by line", () => {
    expect(printScript(read(EVERY_LINE))).toBe(EVERY_LINE);
  });

  test("of any kind is the same when its print is read", () => {
    const drawn = fc.sample(anyScript({ reopens: true, fails: true }), { numRuns: 200, seed: 1 });
    expect(drawn.map((script) => read(printScript(script)))).toEqual(drawn);
  });

  test("may have blanks anywhere between its parts, and any line ends", () => {
    expect(read("  delay  5 ms / 5ms\r\n\tc:  after read  3 + 1ms  send 4\r")).toEqual(
      read("delay 5ms\nc: after read 3 +1ms send 4\n"),
    );
  });

  test("reads a duration exactly, without a float in between", () => {
    expect(read("end 4.123456789s")).toEqual([{ kind: "end", time: 4_123_456_789 }]);
    expect(printScript(read("end 0.000001s"))).toBe("end 1us\n");
  });
});

describe("a mistake is told with its line, its column, and what to write", () => {
  test.each([
    ["c: conect", "line 1, column 4: “conect” stands where this should be: a call"],
    ["c: conect", "(“connect”?)"],
    ["\n\nprofil rfc", "line 3, column 1: “profil” stands"],
    ["c: send", "line 1, column 8: the line ends where this should be: a whole number from 1"],
    ["delay 5", "column 7: “5” stands where this should be: a duration"],
    ["lose c.sin", "(“syn”?)"],
    ["lose 101%", "a share from 0% to 100%"],
    ["s: listen now", "column 11: “now” stands where this should be: the end of the line"],
    ["cut 1s - 2s", "column 8: “-” stands where this should be: “..”"],
    ["S: listen", "(“s:”?)"],
    ["cut 5s..1s", "column 9: “1” stands where this should be: a time behind the one before it"],
    ["inject c [X] seq 1 at 1s", "flags as tcpdump prints them"],
    ["s: read 5 per 0s", "a duration above 0"],
    ["end 90000s", "a duration of at most a day"],
  ])("%j", (text, words) => {
    expect(problemOf(text)).toContain(words);
  });

  test("every line with a mistake is told", () => {
    const result = readScript("c: conect\ns: listen\nwat");
    expect(result.ok ? [] : result.error.map(({ line }) => line)).toEqual([1, 3]);
  });

  test("whatever the text, reading ends in a script or in sentences", () => {
    const words = fc.constantFrom(
      "c:",
      "s:",
      "delay",
      "5ms",
      "lose",
      "c.data",
      "[1..2]",
      "#2",
      "*",
      "at",
      "+",
      "%",
      "inject",
      "7",
      "\n",
      "[S.]",
    );
    const property = fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 5 }))), (parts) => {
      const result = readScript(parts.join(" "));
      return result.ok || result.error.every((problem) => describeProblem(problem) !== "");
    });
    expect(fc.check(property, { numRuns: 500 }).failed).toBe(false);
  });
});

test("a script that is too long is told so, and no more of it is read", () => {
  const most = "a script has at most 10000 lines and 2097152 characters";
  expect(problemOf("c: connect\n".repeat(20_000))).toBe(`line 10001, column 1: ${most}`);
  expect(problemOf(`c: connect\n#${"x".repeat(2 ** 21)}\nc: conect`)).toBe(`line 3, column 1: ${most}`);
});

describe("a text is a script", () => {
  test("if its first line that is neither blank nor a comment is one, or means to be a call", () => {
    expect(isScript("\n# hello\nprofile rfc\nwhatever")).toBe(true);
    expect(isScript("c: conect")).toBe(true);
  });

  test.each(["profile windows", "delay 10", "mss 0", "tick 0ms", "profle linux", "S: LISTEN"])(
    "if the first line, %s, has a mistake and a call stands in it or below",
    (line) => {
      expect(isScript(`${line}\ns: listen\nc: connect\n`)).toBe(true);
    },
  );

  test("and otherwise is not", () => {
    expect(isScript("delay 10 ms seen at the branch:\n12:00:00.000000 IP 10.0.0.1.1 > 10.0.0.2.2: …")).toBe(
      false,
    );
    expect(isScript("12:00:00.000000 IP 10.0.0.1.1 > 10.0.0.2.2: …\nc: connect")).toBe(false);
    expect(isScript("")).toBe(false);
    expect(isScript("# only a comment")).toBe(false);
    expect(isScript("12:00:00.000000 IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S], seq 1, length 0")).toBe(false);
  });
});
