import { describe, expect, test } from "vitest";
import { filterProblems } from "./filter-problems.ts";

const problems = (text: string, findsNothing = true) =>
  filterProblems(text, null, null, findsNothing).map(({ kind, typed, near }) => ({
    kind,
    typed,
    near: near.map(({ filter }) => filter),
  }));

describe("a problem in a filter", () => {
  test("is a key that does not exist; the nearest ones are offered, with the filter as it would be", () => {
    expect(problems("port:80 -outcom:refused")).toEqual([
      { kind: "key", typed: "outcom", near: ["port:80 -outcome:refused"] },
    ]);
    const [problem] = filterProblems("colour:x", null, null, true);
    expect(problem?.near).toEqual([]);
    expect(problem?.known.map(({ value }) => value)).toContain("closing:");
  });

  test("is a value that nothing is called by, out of several too", () => {
    expect(problems('outcome:refused,"reset by cliemt" port:80')).toEqual([
      {
        kind: "value",
        typed: "reset by cliemt",
        near: [
          "outcome:refused,reset-by-client port:80",
          "outcome:refused,reset-by-client-during-handshake port:80",
        ],
      },
    ]);
    expect(problems("state:estab")).toEqual([{ kind: "value", typed: "estab", near: ["state:established"] }]);
    expect(problems("opening:banana")).toEqual([{ kind: "value", typed: "banana", near: [] }]);
    expect(problems("note:keepalive")[0]?.near).toEqual(["note:keep-alive"]);
    expect(problems("outcome:resett")[0]?.near[0]).toBe("outcome:reset-by-client");
    expect(problems("closing:fin-than-rst")[0]?.near[0]).toBe("closing:fin-then-rst");
  });

  test("is a time that is none", () => {
    expect(problems("time:soon time:2-4")).toEqual([{ kind: "time", typed: "soon", near: [] }]);
  });

  test("is none of what is understood, nor a port or host that is not there, nor half an address", () => {
    expect(
      problems('outcome:reset state:fin-wait port:9 host:nobody fe80::1 dead:beef::1 10.0.0.1:443 "a:b" - x'),
    ).toEqual([]);
  });

  test("a name with a port is free text, and a problem only if it is like no key and nothing is found", () => {
    expect(problems("localhost:8080", false)).toEqual([]);
    expect(problems("localhost:8080", true)).toEqual([{ kind: "key", typed: "localhost", near: [] }]);
  });

  test("is a free word alone that finds nothing, with what it may mean", () => {
    expect(problems("refusd")).toEqual([{ kind: "word", typed: "refusd", near: ["outcome:refused"] }]);
    expect(problems("refusd", false)).toEqual([]);
    expect(problems("10.20.0")).toEqual([{ kind: "host", typed: "10.20.0", near: ["10.20.0.*"] }]);
  });

  test("is a key that is written as other programs have it", () => {
    const meant = (text: string): (readonly string[])[] => problems(text).map(({ near }) => near);
    expect(meant("port=443")).toEqual([["port:443"]]);
    expect(meant("-Host == 10.0.0.1")).toEqual([["-host:10.0.0.1"]]);
    expect(meant("host 10.0.0.1 and port 443")).toEqual([["host:10.0.0.1 port:443"]]);
    expect(meant("end close-wait")).toEqual([["end:close-wait"]]);
    expect(meant("port: 443")).toEqual([["port:443"]]);
    expect(meant("port:!443")).toEqual([["-port:443"]]);
    expect(problems("end close-wait", false)).toEqual([]);
    expect(meant("nobody 443")).toEqual([]);
  });

  test("is a part of an address that is not written as one", () => {
    expect(problems("host:10.20 server:10.20.0:443")).toEqual([
      { kind: "host", typed: "10.20", near: ["host:10.20.* server:10.20.0:443"] },
      { kind: "host", typed: "10.20.0:443", near: ["host:10.20 server:10.20.0.*:443"] },
    ]);
    expect(problems("host:10.20.0.1 host:shop host:443 host:10.20.0.0/24")).toEqual([]);
  });

  test("is a number that is none, and a record that no connection holds", () => {
    expect(problems("rtt>fast")).toEqual([{ kind: "number", typed: "fast", near: ["rtt>100ms"] }]);
    expect(problems("frame:0")).toEqual([{ kind: "frame", typed: "0", near: [] }]);
    expect(problems("frame:9")).toEqual([{ kind: "frame", typed: "9", near: [] }]);
    expect(problems("frame:9", false)).toEqual([]);
  });

  test("is a display filter of Wireshark or a filter of tcpdump, with the same in our words", () => {
    expect(problems("tcp.port == 443 -ip.addr==10.0.0.1")).toEqual([
      {
        kind: "foreign",
        typed: "tcp.port == 443 -ip.addr==10.0.0.1",
        near: ["port:443 -host:10.0.0.1"],
      },
    ]);
    const meant = (text: string): readonly string[] => problems(text).flatMap(({ near }) => near);
    for (const [typed, own] of [
      ["tcp.len > 0", "data>0"],
      ["http.host contains shop", "name:shop"],
      ['tls.handshake.extensions_server_name == "a.example"', "name:a.example"],
      ["time>10:00:05", "time:10:00:05-"],
      ["time >= 10:00:05 and time <= 10:00:07", "time:10:00:05- time:-10:00:07"],
      ["between 10:00:05 and 10:00:07", "time:10:00:05-10:00:07"],
      ['frame.time >= "2026-03-10 10:00:05"', "time:2026-03-10T10:00:05-"],
      ["frame.number == 7 or frame == 8", "frame:7 or frame:8"],
      ["ip.addr == 10.0.0.1 && tcp.port == 80", "host:10.0.0.1 port:80"],
      ["!(ip.addr == 10.0.0.1) || tcp.port in {80 443}", "-host:10.0.0.1 or port:80,443"],
      ["tcp.port > 1023", "port:1024-65535"],
      ["tcp.flags.syn==1 && tcp.flags.ack==0", "flag:syn+!ack"],
      ["tcp.flags.syn && ip.addr == 10.0.0.1 && !tcp.flags.ack", "flag:syn+!ack host:10.0.0.1"],
      ["tcp.flags.syn or !tcp.flags.ack", "flag:syn or -flag:ack"],
      ["tcp.flags == 0x012 && tcp.flags.rst == 0", "flag:syn+ack+!fin+!rst+!psh+!urg+!ece+!cwr"],
      ["tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn", "flag:syn+!ack"],
      ["tcp[13] & 5 != 0", "flag:fin,rst"],
      ["!tcp.flags.reset", "-flag:rst"],
      ["src net 10.0.0.0/8", "host:10.0.0.0/8"],
      ["net 10.1.0.0 mask 255.255.0.0", "host:10.1.0.0/16"],
      ["net 10.1 and not tcp dst port 80 or 443", "host:10.1.* -port:80,443"],
      ["src 10.0.0.1 and dst 2001:db8::1", "host:10.0.0.1 host:2001:db8::1"],
    ] as const)
      expect(meant(typed), typed).toEqual([own]);
    const calm = meant("tcp.analysis.flags && !tcp.analysis.window_update")[0] ?? "";
    expect(calm).toMatch(/^note:.*window-full/u);
    expect(calm).not.toContain("window-update");
    expect(meant("!tcp.analysis.flags")[0]).toMatch(/^-note:.*window-update/u);
  });

  test("is an expression that we have no question for, with what comes near it", () => {
    expect(problems("tcp.window_size < 100 tcp.port == 80")).toEqual([
      { kind: "segment", typed: "tcp.window_size < 100", near: ["note:zero-window tcp.port == 80"] },
    ]);
    expect(problems("http.response.code == 502")[0]?.kind).toBe("segment");
    expect(problems("tcp.stream eq 5")).toEqual([{ kind: "stream", typed: "tcp.stream eq 5", near: [] }]);
  });

  test("is what people call otherwise, several words too", () => {
    const meant = (text: string): readonly (string | undefined)[] =>
      problems(text).map(({ near }) => near[0]);
    expect(meant("timed out")).toEqual(["outcome:no-answer"]);
    expect(meant("dup ack")).toEqual(["note:duplicate-ack"]);
    expect(meant("zero window")).toEqual(["note:zero-window"]);
    expect(meant("close_wait")).toEqual(["end:close-wait"]);
    expect(meant("syn")).toEqual(["flag:syn"]);
    expect(meant("https")).toEqual(["port:https"]);
    expect(meant("colour blue")).toEqual([undefined]);
  });

  test("is a bracket without another", () => {
    expect(problems("(port:80", false)).toEqual([{ kind: "bracket", typed: "(", near: [] }]);
    expect(problems("port:80)", false)).toEqual([{ kind: "bracket", typed: ")", near: [] }]);
  });
});

test("a problem is reported once, and of very many only the first ones", () => {
  const typed = (filter: string): string[] =>
    filterProblems(filter, null, null, true).map((problem) => problem.typed);
  expect(typed("state:x state:x,x -state:x state:y")).toEqual(["x", "y"]);
  const many = Array.from({ length: 5000 }, (_, at) => `state:x${at}`).join(" ");
  expect(typed(many)).toEqual(["x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7"]);
});
