import { describe, expect, test } from "vitest";
import { filterProblems } from "./filter-problems.ts";

const problems = (text: string, findsNothing = true) =>
  filterProblems(text, null, findsNothing).map(({ kind, typed, near }) => ({
    kind,
    typed,
    near: near.map(({ filter }) => filter),
  }));

describe("a problem in a filter", () => {
  test("is a key that does not exist; the nearest ones are offered, with the filter as it would be", () => {
    expect(problems("port:80 -outcom:refused")).toEqual([
      { kind: "key", typed: "outcom", near: ["port:80 -outcome:refused"] },
    ]);
    const [problem] = filterProblems("colour:x", null, true);
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
});

test("a problem is reported once, and of very many only the first ones", () => {
  const typed = (filter: string): string[] =>
    filterProblems(filter, null, true).map((problem) => problem.typed);
  expect(typed("state:x state:x,x -state:x state:y")).toEqual(["x", "y"]);
  const many = Array.from({ length: 5000 }, (_, at) => `state:x${at}`).join(" ");
  expect(typed(many)).toEqual(["x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7"]);
});
