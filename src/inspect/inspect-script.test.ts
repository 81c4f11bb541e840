import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { READY_SCRIPTS } from "../lab/ready/ready-scripts.ts";
import { encodeLab } from "../share/lab-link.ts";
import { inspectedIn } from "../testing/inspected.ts";
import { parseOptions } from "./options.ts";

const TALK = `# a talk\n${READY_SCRIPTS["four-segment-close"]}lose c.syn#9\nend 2s\n`;

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "synfin-script-"));
  writeFileSync(join(folder, "talk"), TALK);
  writeFileSync(join(folder, "mistake"), "s: listen\nc: conect\nsend\n");
  writeFileSync(join(folder, "silent"), "s: listen\n");
  writeFileSync(
    join(folder, "capture.txt"),
    "12:00:00.000000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [S], seq 100, win 64240, options [mss 1460], length 0\n" +
      "12:00:00.020000 IP 10.0.0.2.80 > 10.0.0.1.4711: Flags [R.], seq 0, ack 101, win 0, length 0\n",
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Line {
  readonly path?: { readonly client: string[]; readonly server: string[] };
  readonly segments?: readonly { readonly moves: readonly { readonly basis: string }[] }[];
  readonly summary?: object;
  readonly simulated?: boolean;
  readonly format?: string;
  readonly script?: string;
  readonly replays?: number;
}

/** What a command line prints, and its first complaint. */
async function inspected(
  ...args: readonly string[]
): Promise<{ readonly lines: readonly Line[]; readonly complaint: string | undefined }> {
  const { lines, complaints } = await inspectedIn(folder, args);
  return { lines: lines as Line[], complaint: complaints[0] };
}

describe("a script of the laboratory", () => {
  test("is told as it happened: every move is known, and the lines say that it is simulated", async () => {
    const { lines } = await inspected("talk");
    const [connection, last] = lines;
    expect(connection).toMatchObject({ format: "script", simulated: true, outcome: "complete" });
    expect(connection?.path?.server.join(" ")).toMatch(/^LISTEN SYN-RECEIVED .* CLOSED$/u);
    const bases = connection?.segments?.flatMap(({ moves }) => moves.map(({ basis }) => basis));
    expect(new Set(bases)).toEqual(new Set(["sent", "arrived"]));
    expect(last?.summary).toMatchObject({
      format: "script",
      simulated: true,
      segments: 11,
      warnings: [{ at: "line 10", text: "lose c.syn#9" }],
    });
  });

  test.each(["client", "server"])("--seen-from %s tells what a capture there would tell", async (end) => {
    const { lines } = await inspected("--seen-from", end, "talk");
    expect(lines[0]).toMatchObject({ simulated: true, capturedAt: end });
    const bases = lines[0]?.segments?.flatMap(({ moves }) => moves.map(({ basis }) => basis));
    expect(bases).toContain("assumed");
  });

  test("in a link is an input too", async () => {
    const { lines } = await inspected(`#${(await encodeLab(TALK)) ?? ""}`);
    expect(lines[0]).toMatchObject({ simulated: true, outcome: "complete" });
  });

  test("with mistakes is refused with the place of the first and what to write there", async () => {
    const { complaint } = await inspected("mistake");
    expect(complaint).toMatch(
      /^mistake: .*line 2, column 4: “conect” stands .*“connect”\?\) \(and in 1 more line\)$/u,
    );
  });

  test("that sends nothing is refused", async () => {
    expect((await inspected("silent")).complaint).toContain("sends no segment");
  });
});

test("--script adds the script of a capture, and how much of it a run repeats", async () => {
  const { lines } = await inspected("--script", "capture.txt");
  expect(lines[0]).toMatchObject({ replays: 2 });
  expect(lines[0]?.script).toContain("c: connect\n");
});

test("--seen-from takes one of the two ends", () => {
  expect(parseOptions(["--seen-from", "middle", "a"])).toEqual({
    ok: false,
    error: "--seen-from takes client or server",
  });
});
