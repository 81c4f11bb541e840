import { describe, expect, test } from "vitest";
import type { ListedEdit } from "../lab/edit/edits.ts";
import { READY_SCRIPTS } from "../lab/ready/ready-scripts.ts";
import { decodeLab, encodeLab } from "../share/lab-link.ts";
import { statePath } from "../tcp/states.ts";
import { unportedAnalyser } from "../testing/ported-analyser.ts";
import type { Analyser, OpenedCapture } from "./analyser.ts";
import type { CaptureSource } from "./capture-source.ts";

const TALK = READY_SCRIPTS["four-segment-close"];
const LOST_SYN: ListedEdit = {
  edit: { kind: "lose", segment: { end: 0, kind: "syn", octets: null, ack: null, copy: 1 } },
  isOn: true,
};

function script(wish: Partial<Extract<CaptureSource, { kind: "script" }>["wish"]> = {}): CaptureSource {
  const text = wish.text ?? TALK;
  const whole = { original: text, text, edits: [], seenFrom: null, fidelity: null, ...wish };
  return { kind: "script", name: "a run", wish: whole };
}

async function opened(analyser: Analyser, source: CaptureSource): Promise<OpenedCapture> {
  const outcome = await analyser.open(source, () => {});
  if (!outcome?.ok) throw new Error(`not opened: ${JSON.stringify(outcome)}`);
  return outcome.capture;
}

describe("a script is opened as a capture", () => {
  test.each<[string, () => Promise<CaptureSource>]>([
    ["pasted", async () => ({ kind: "text", name: "t", text: `# talk\n\n${TALK}` })],
    ["in a file", async () => ({ kind: "file", file: new File([TALK], "talk.synfin") })],
    [
      "in a link",
      async () => ({ kind: "link", name: "l", fragment: `${(await encodeLab(TALK)) ?? ""}&lang=ko` }),
    ],
    ["by the laboratory", async () => script()],
  ])("%s", async (_, source) => {
    const analyser = unportedAnalyser();
    const capture = await opened(analyser, await source());
    expect(capture).toMatchObject({ format: "script", segments: 11 });
    expect(capture.connections.at(0)?.verdict?.outcome).toBe("complete");
    const analysis = await analyser.ask("analyse", 0);
    expect(new Set(analysis?.moves.map(({ basis }) => basis))).toEqual(new Set(["sent", "arrived"]));
  });

  test("with mistakes tells them, and runs nothing", async () => {
    const capture = await opened(unportedAnalyser(), script({ text: "c: conect\n" }));
    expect(capture.run?.facts.problems).toMatchObject([{ line: 1, nearest: "connect" }]);
    expect(capture.connections).toHaveLength(0);
  });

  test("and a text that is none is read as a capture", async () => {
    const outcome = await unportedAnalyser().open({ kind: "text", name: "t", text: "c: go away" }, () => {});
    expect(outcome).toMatchObject({ ok: true, capture: { run: { facts: { problems: [{ line: 1 }] } } } });
    const other = await unportedAnalyser().open({ kind: "text", name: "t", text: "end of it\n" }, () => {});
    expect(other?.ok).toBe(false);
  });
});

describe("an edited run", () => {
  test("says which segments are new, which have moved, and which edits meet nothing", async () => {
    const missed: ListedEdit = {
      edit: { kind: "twice", segment: { end: 0, kind: "rst", octets: null, ack: null, copy: 1 } },
      isOn: true,
    };
    const { run } = await opened(unportedAnalyser(), script({ edits: [LOST_SYN, missed] }));
    expect(run?.segments[0]?.slice(0, 3).map(({ change, isLost }) => [change, isLost])).toEqual([
      ["moved", true],
      ["new", false],
      ["moved", false],
    ]);
    expect(run?.facts.unmet).toEqual([false, true]);
    expect(run?.facts.difference.first).toMatchObject({ kind: "stays", state: "SYN-SENT", by: 1e9 });
    expect(run?.facts.script).toContain("lose c.syn\n");
  });

  test("tells what a segment that is gone was", async () => {
    const edits: ListedEdit[] = [{ ...LOST_SYN, edit: { ...LOST_SYN.edit, kind: "icmp" } as never }];
    const { run } = await opened(unportedAnalyser(), script({ edits }));
    expect(run?.facts.gone).toHaveLength(10);
    expect(run?.facts.gone[0]).toMatchObject({ name: { end: 1, kind: "syn-ack" } });
  });

  test("that is built from an empty page is compared with what was built, before anything was lost", async () => {
    const when = { kind: "after", cause: null, pause: 0 } as const;
    const call = { kind: "call", end: 0, when, verb: { kind: "connect" } } as const;
    const built: ListedEdit = { edit: { kind: "add-call", call }, isOn: true };
    const text = "profile linux\n";
    const before = await opened(unportedAnalyser(), script({ text, edits: [built] }));
    expect(before.run?.facts.difference).toMatchObject({ first: null, more: 0 });
    const after = await opened(unportedAnalyser(), script({ text, edits: [built, LOST_SYN] }));
    expect(after.run?.facts.difference).toMatchObject({
      first: { kind: "stays", state: "SYN-SENT" },
      more: 1,
    });
  });

  test("seen from one end knows no more than a capture there", async () => {
    const analyser = unportedAnalyser();
    await opened(analyser, script({ seenFrom: 0 }));
    const analysis = await analyser.ask("analyse", 0);
    expect(analysis?.capturedAt).toBe("client");
    expect(analysis?.moves.some(({ basis }) => basis === "assumed" || basis === "proved")).toBe(true);
  });

  test("up to a segment is what had happened by then", async () => {
    const analyser = unportedAnalyser();
    await opened(analyser, script());
    const beginning = await analyser.ask("analyse", 0, 4);
    expect(beginning && statePath(beginning, "server")).toEqual(["LISTEN", "SYN-RECEIVED", "ESTABLISHED"]);
    expect(beginning?.segments.length).toBe(4);
  });

  test("reaches its goals, or does not", async () => {
    const text = `${TALK}goal c SYN-SENT 1s\ngoal edits 1\n`;
    const before = await opened(unportedAnalyser(), script({ text }));
    const after = await opened(unportedAnalyser(), script({ text, edits: [LOST_SYN] }));
    const met = ({ run }: OpenedCapture) => run?.facts.goals.map(({ isMet }) => isMet);
    expect(met(before)).toEqual([false, false]);
    expect(met(after)).toEqual([true, true]);
  });

  test("adds its arrows to those of the runs before, until something else is opened", async () => {
    const analyser = unportedAnalyser();
    const count = async () => (await analyser.ask("arrowsTaken"))?.steps.length ?? 0;
    await opened(analyser, script());
    const one = await count();
    await opened(analyser, script({ text: READY_SCRIPTS["simultaneous-open"] }));
    expect(await count()).toBeGreaterThan(one);
    await opened(analyser, { kind: "text", name: "t", text: TALK });
    expect(await count()).toBe(one);
  });

  test("has a link that holds its script", async () => {
    const analyser = unportedAnalyser();
    await opened(analyser, script({ edits: [LOST_SYN] }));
    const wish = { isAnonymous: true, hidesPorts: false, title: "", reduction: { kind: "none" } } as never;
    const link = await analyser.ask("encodeLink", 0, wish);
    expect(await decodeLab(link?.fragment ?? "")).toEqual({ ok: true, value: `${TALK}lose c.syn\n` });
  });
});

test("a captured connection has a script, and says which segments it repeats", async () => {
  const analyser = unportedAnalyser();
  const text =
    "12:00:00.000000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [S], seq 100, win 64240, options [mss 1460], length 0\n" +
    "12:00:00.020000 IP 10.0.0.2.80 > 10.0.0.1.4711: Flags [R.], seq 0, ack 101, win 0, length 0\n";
  await opened(analyser, { kind: "text", name: "t", text });
  const captured = await analyser.ask("scriptOf", 0);
  expect(captured?.script).toContain("c: connect\n");
  expect(captured?.fidelity).toMatchObject({ replays: 2, of: 2 });
  expect(captured?.names.get(1)).toMatchObject({ end: 0, kind: "syn" });
});
