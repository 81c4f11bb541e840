import type { Expected } from "./line-scanner.ts";
import type { ScriptProblem } from "./read-script.ts";

const EXPECTED: Readonly<Record<Exclude<Expected["code"], "text" | "number" | "length">, string>> = {
  statement:
    "a call (“c: connect”), a setting (delay, profile, mss, window, seed, retries, linear, tick, end), a word of the wire (lose, twice, icmp, delay, cut, inject), a goal or a comment (#)",
  profile: "“rfc” or “linux”",
  end: "“c” or “s”, whose segment it pretends to be",
  flags: "flags as tcpdump prints them (S, F, R, P and .) and “]”",
  cause: "a cause: connected, accepted, read N, eof, acked or reset",
  call: "a call: listen, connect, send N, read N, close, shutdown, abort, crash, restart or keepalive DURATION",
  segment: "a segment, such as c.syn or s.data[1..29]#2",
  "segment-kind": "the kind of the segment: syn, syn-ack, ack, data, fin, rst or any",
  duration: "a duration of at most a day, with its unit: 5ms, 1.5s, 200us",
  pause: "a duration above 0",
  later: "a time behind the one before it",
  share: "a share from 0% to 100%",
  goal: "“c” or “s”, whose state it is, or “edits”",
  state: "a state of RFC 9293, such as LAST-ACK",
  "end-of-line": "the end of the line",
};

/** What to do about a line that is none of a script, in one sentence. */
export function describeProblem({ line, column, expected, found, nearest }: ScriptProblem): string {
  const place = `line ${line}, column ${column}`;
  if (expected.code === "length")
    return `${place}: a script has at most ${expected.lines} lines and ${expected.characters} characters`;
  const stands = found === "" ? "the line ends" : `“${found}” stands`;
  const meant = nearest === null ? "" : ` (“${nearest}”?)`;
  return `${place}: ${stands} where this should be: ${worded(expected)}${meant}`;
}

function worded(expected: Exclude<Expected, { readonly code: "length" }>): string {
  if (expected.code === "text") return `“${expected.text}”`;
  if (expected.code === "number") return `a whole number from ${expected.least} to ${expected.most}`;
  return EXPECTED[expected.code];
}
