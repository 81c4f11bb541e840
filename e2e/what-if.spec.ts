import type { Locator, Page } from "@playwright/test";
import type { SynfinPage } from "./synfin-page.ts";
import { capturePath, expect, test } from "./test.ts";

/** The four experiments of an article that needed iptables and two terminals, each built from an empty page. */
interface Experiment {
  readonly name: string;
  /** Calls: which end, and what. */
  readonly calls: readonly (readonly ["Client" | "Server", string])[];
  /** The segment of which every copy is lost; null: none. */
  readonly lost: number | null;
  readonly segments: number;
  /** Where both ends are once the last of them has left. */
  readonly states: readonly [client: string, server: string];
}

const EXPERIMENTS: readonly Experiment[] = [
  {
    name: "nobody listens: SYN, RST,ACK",
    calls: [["Client", "connect()"]],
    lost: null,
    segments: 2,
    states: ["CLOSED", "CLOSED"],
  },
  {
    name: "SYN never arrives: seven of them, and SYN-SENT",
    calls: [["Client", "connect()"]],
    lost: 1,
    segments: 7,
    states: ["SYN-SENT", "CLOSED"],
  },
  {
    name: "SYN,ACK never arrives: SYN-RECEIVED beside SYN-SENT",
    calls: [
      ["Server", "listen()"],
      ["Client", "connect()"],
    ],
    lost: 2,
    segments: 24,
    states: ["SYN-SENT", "SYN-RECEIVED"],
  },
  {
    name: "FIN never arrives: FIN-WAIT-1 beside ESTABLISHED",
    calls: [
      ["Server", "listen()"],
      ["Client", "connect()"],
      ["Client", "close()"],
    ],
    lost: 4,
    segments: 13,
    states: ["FIN-WAIT-1", "ESTABLISHED"],
  },
];

function lab(page: Page): Locator {
  return page.getByRole("region", { name: "Laboratory", exact: true });
}

function card(page: Page): Locator {
  return page.locator(".lab-card");
}

/** Makes a run, and waits until it is on screen. */
async function ranTo({ main }: SynfinPage, segments: number): Promise<void> {
  await expect(main).toHaveAttribute("data-segments", String(segments));
}

async function expectStates(synfin: SynfinPage, [client, server]: Experiment["states"]): Promise<void> {
  await expect(synfin.main).toHaveAttribute("data-client-state", client);
  await expect(synfin.main).toHaveAttribute("data-server-state", server);
}

async function addCalls(page: Page, calls: Experiment["calls"]): Promise<void> {
  const form = page.getByRole("form", { name: "Add a call" });
  for (const [index, [end, verb]] of calls.entries()) {
    await form.getByLabel("Who calls").selectOption(end);
    await form.getByLabel("What is called").selectOption(verb);
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.locator(".lab-calls li")).toHaveCount(index + 1);
  }
}

test.describe("the experiments of an article, from an empty page", () => {
  for (const { name, calls, lost, segments, states } of EXPERIMENTS) {
    test(`by mouse: ${name}`, async ({ synfin, page }) => {
      await page.getByRole("button", { name: /^Build an exchange/u }).click();
      await addCalls(page, calls);
      if (lost !== null) {
        await page
          .locator(`.row-ground, .row`)
          .nth(lost - 1)
          .click();
        await card(page).getByRole("button", { name: "Lose every copy" }).click();
      }
      await ranTo(synfin, segments);
      await synfin.press("End");
      await expectStates(synfin, states);
    });
  }

  test("by keys alone: all four, and what a person sees of the one that takes 127 seconds", async ({
    synfin,
    page,
  }) => {
    for (const { calls, lost, segments, states } of EXPERIMENTS) {
      await page.reload();
      await page.getByRole("button", { name: /^Build an exchange/u }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("textbox", { name: /^Script/u }).focus();
      await page.keyboard.press("ControlOrMeta+End");
      await page.keyboard.type(calls.map(([end, call]) => LINES[`${end} ${call}`] ?? "").join(""));
      await expect(page.locator(".lab-calls li")).toHaveCount(calls.length);
      await page.keyboard.press("Shift+Tab");
      if (lost !== null) {
        await synfin.press("ArrowRight", lost);
        await synfin.press("Shift+X");
      }
      await ranTo(synfin, segments);
      await synfin.press("End");
      await expectStates(synfin, states);
      if (segments === 7) await expectOfLostSyn(synfin);
    }
    await synfin.press("ControlOrMeta+z");
    await ranTo(synfin, 5);
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

    test("all four, by a finger", async ({ synfin, page }) => {
      for (const { calls, lost, segments, states } of EXPERIMENTS) {
        await page.reload();
        await page.getByRole("button", { name: /^Build an exchange/u }).tap();
        await page.getByRole("tab", { name: "What if?" }).tap();
        await addCalls(page, calls);
        await page.getByRole("tab", { name: "Diagram" }).tap();
        if (lost !== null) {
          for (let step = 0; step < lost; step++)
            await synfin.playback.getByRole("button", { name: /forward/iu }).tap();
          await card(page).getByRole("button", { name: "Lose every copy" }).tap();
        }
        await ranTo(synfin, segments);
        await synfin.playback.getByRole("button", { name: /last/iu }).tap();
        await expectStates(synfin, states);
        const overhang = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overhang).toBe(0);
      }
    });
  });
});

/** The calls as lines of a script. */
const LINES: Readonly<Record<string, string>> = {
  "Server listen()": "s: listen\n",
  "Client connect()": "c: connect\n",
  "Client close()": "c: +100ms close\n",
};

/** Seven SYNs, 1, 2, 4, 8, 16 and 32 s apart, and ETIMEDOUT 127 s after the first: 63 s and 64 s. */
async function expectOfLostSyn(synfin: SynfinPage): Promise<void> {
  const { diagram } = synfin;
  await expect(diagram).toContainText("gives up on its SYN, 1 min 4 s later");
  await expect(diagram).toContainText("ETIMEDOUT");
  const table = diagram.locator("table");
  for (const second of [15, 31, 63]) await expect(table).toContainText(`${second}.000000`);
  await synfin.press("Home");
  for (const second of [0, 1, 3]) await expect(table).toContainText(`${second}.000000`);
}

test("what if this one is lost? From a capture, with how far the laboratory can speak, and back", async ({
  synfin,
  page,
}) => {
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
  await synfin.press("ArrowRight", 1);
  await synfin.segment.getByRole("button", { name: "What if this one is lost?" }).click();
  await expect(card(page)).toContainText("answer like the real ones in 11 of 11 segments");
  await synfin.expectPosition(1);
  await synfin.press("x");
  await ranTo(synfin, 12);
  await expect(card(page).getByRole("status").last()).toContainText(
    "the client stays in SYN-SENT 1.00 s longer. In the end: the same states, one segment more.",
  );
  await lab(page).getByRole("checkbox").click();
  await ranTo(synfin, 11);
  await card(page).getByRole("button", { name: "Seen at the client" }).click();
  await expect(
    page.locator(".state-band[data-basis=assumed], .state-band[data-basis=proved]").first(),
  ).toBeAttached();
  await lab(page).getByRole("button", { name: "Back to the capture" }).click();
  await expect(card(page)).toHaveCount(0);
  await ranTo(synfin, 11);
});

test("a script is pasted, its mistake told and mended, and its link opens the same run", async ({
  synfin,
  page,
}) => {
  await synfin.paste("s: listen\nc: conect\n");
  const problems = page.locator(".lab-problems");
  await expect(problems).toContainText("Line 2, column 4: “conect” stands");
  await page.getByRole("textbox", { name: /^Script/u }).fill("s: listen\nc: connect\ngoal c ESTABLISHED\n");
  await ranTo(synfin, 3);
  await expect(problems).toBeEmpty();
  await expect(page.locator(".lab-task")).toContainText("the client reaches ESTABLISHED");
  await page.getByRole("textbox", { name: /^Script/u }).blur();
  await synfin.press("Escape");
  await synfin.expectPhase("empty");
  await page.goBack();
  await ranTo(synfin, 3);
  await synfin.press("s");
  const link = page.locator(".share-link");
  await expect(link).toHaveValue(/#lab=1\./u);
  const address = await link.inputValue();
  await page.keyboard.press("Escape");
  await page.goto("about:blank");
  await page.goto(address);
  await ranTo(synfin, 3);
  await expect(page.locator(".lab-task")).toContainText("reached");
});

test.describe("the lesson of five tasks", () => {
  test.use({ keepsOffline: true });

  test("goes by a clicker, offline, and is told in three languages", async ({ synfin, page, context }) => {
    await context.setOffline(true);
    const task = page.locator(".lab-task");
    // It lies before the first example.
    for (const key of ["PageDown", "PageUp", "."]) await page.keyboard.press(key);
    await expect(task).toContainText("Task 1 of 5");
    await synfin.press("p");
    await expect(page.locator(".lecture .lab-task")).toBeVisible();
    for (let step = 1; step < 10; step++) {
      await synfin.press("PageDown");
      await expect(task).toContainText(`Task ${Math.floor(step / 2) + 1} of 5`);
      await expect(task).toHaveAttribute("data-done", String(step % 2 === 1));
    }
    await synfin.press("PageUp");
    await expect(task).toHaveAttribute("data-done", "false");
    for (const [language, words] of [
      ["ko", "과제 1/5"],
      ["zh", "任务 1/5"],
    ] as const) {
      await page.evaluate((spoken) => localStorage.setItem("synfin.language", spoken), language);
      await synfin.reload();
      await page.locator(".lab-entry").nth(1).click();
      await expect(task).toContainText(words);
    }
  });
});

test("predicting, coverage and exports work on a run, and say that it is simulated", async ({
  synfin,
  page,
}) => {
  await synfin.paste(
    "profile linux\ns: listen\nc: connect\nc: after connected +10ms close\ns: after eof close\n",
  );
  await synfin.expectPhase("ready");
  // What acts on the run comes a little later than the run.
  await expect(page.getByRole("textbox", { name: /^Script/u })).toBeVisible();
  await synfin.press("v");
  await expect(page.locator(".coverage")).toContainText("in one run");
  await synfin.press("v");
  await synfin.press("ArrowRight");
  await synfin.press("Shift+X");
  await ranTo(synfin, 7);
  await synfin.press("v");
  await expect(page.locator(".coverage")).toContainText("in 2 runs");
  await synfin.press("v");
  await synfin.press("ControlOrMeta+z");
  await ranTo(synfin, 6);
  await synfin.press("Home");
  await synfin.press("q");
  await expect(page.locator(".class-option").first()).toBeVisible();
  await synfin.press("q");
  await synfin.press("e");
  const download = page.waitForEvent("download");
  await page
    .getByRole("button", { name: /^Save: .*pcap|pcap/iu })
    .first()
    .click();
  expect((await download).suggestedFilename()).toMatch(/\.pcapng$/u);
});
