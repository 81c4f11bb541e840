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

/** Counts what a person does: clicks, choices in a list, taps, keys. Three seconds for each are a minute at most. */
class Hand {
  actions = 0;

  async does(act: Promise<unknown>): Promise<void> {
    this.actions++;
    await act;
  }

  expectUnderAMinute(): void {
    expect(this.actions).toBeLessThanOrEqual(20);
  }
}

async function addCalls(page: Page, calls: Experiment["calls"], hand: Hand): Promise<void> {
  const form = page.getByRole("form", { name: "Add a call" });
  const [who, what] = [form.getByLabel("Who calls"), form.getByLabel("What is called")];
  for (const [index, [end, verb]] of calls.entries()) {
    await expect(form).toBeVisible();
    if ((await chosen(who)) !== end) await hand.does(who.selectOption(end));
    if ((await chosen(what)) !== verb) await hand.does(what.selectOption(verb));
    await hand.does(form.getByRole("button", { name: "Add", exact: true }).click());
    await expect(page.locator(".lab-calls li")).toHaveCount(index + 1);
  }
}

function chosen(list: Locator): Promise<string> {
  return list.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.label ?? "");
}

/** Goes by Tab to what has that name, and counts the keys. */
async function tabTo(page: Page, wanted: Locator, hand: Hand): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let keys = 0; keys < 40; keys++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await hand.does(page.keyboard.press("Tab"));
  }
  throw new Error("forty keys did not lead there");
}

test.describe("the experiments of an article, from an empty page", () => {
  for (const { name, calls, lost, segments, states } of EXPERIMENTS) {
    test(`by mouse: ${name}`, async ({ synfin, page }) => {
      const hand = new Hand();
      await hand.does(page.getByRole("button", { name: /^Build an exchange/u }).click());
      await addCalls(page, calls, hand);
      if (lost !== null) {
        await hand.does(
          page
            .locator(`.row-ground, .row`)
            .nth(lost - 1)
            .click(),
        );
        await hand.does(card(page).getByRole("button", { name: "Lose every copy" }).click());
      }
      await ranTo(synfin, segments);
      await hand.does(synfin.press("End"));
      await expectStates(synfin, states);
      hand.expectUnderAMinute();
    });

    test(`by keys: ${name}`, async ({ synfin, page }) => {
      const hand = new Hand();
      const press = (key: string): Promise<void> => hand.does(page.keyboard.press(key));
      await tabTo(page, page.getByRole("button", { name: /^Build an exchange/u }), hand);
      await press("Enter");
      const form = page.getByRole("form", { name: "Add a call" });
      const [who, what, add] = [
        form.getByLabel("Who calls"),
        form.getByLabel("What is called"),
        form.getByRole("button", { name: "Add", exact: true }),
      ];
      // Where nothing is built yet, the focus is there already.
      await expect(who).toBeFocused();
      for (const [index, [end, verb]] of calls.entries()) {
        while (!(await who.evaluate((element) => element === document.activeElement)))
          await press("Shift+Tab");
        if ((await chosen(who)) !== end) await press(end[0] ?? "");
        await press("Tab");
        if ((await chosen(what)) !== verb) await hand.does(page.keyboard.type(verb.slice(0, 2)));
        await tabTo(page, add, hand);
        await press("Enter");
        await expect(page.locator(".lab-calls li")).toHaveCount(index + 1);
      }
      if (lost !== null) {
        for (let step = 0; step < lost; step++) await press("ArrowRight");
        await synfin.expectPosition(lost);
        await expect(card(page)).toBeVisible();
        await press("Shift+X");
      }
      await ranTo(synfin, segments);
      await press("End");
      await expectStates(synfin, states);
      // A key takes a second.
      expect(hand.actions).toBeLessThanOrEqual(60);
      if (segments === 7) await expectOfLostSyn(synfin);
    });
  }

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

    test("all four, by a finger", async ({ synfin, page }) => {
      for (const { calls, lost, segments, states } of EXPERIMENTS) {
        await page.reload();
        const hand = new Hand();
        await hand.does(page.getByRole("button", { name: /^Build an exchange/u }).tap());
        await addCalls(page, calls, hand);
        await hand.does(page.getByRole("tab", { name: "Diagram" }).tap());
        if (lost !== null) {
          for (let step = 0; step < lost; step++)
            await hand.does(synfin.playback.getByRole("button", { name: /forward/iu }).tap());
          await hand.does(card(page).getByRole("button", { name: "Lose every copy" }).tap());
        }
        await ranTo(synfin, segments);
        await hand.does(synfin.playback.getByRole("button", { name: /last/iu }).tap());
        await expectStates(synfin, states);
        hand.expectUnderAMinute();
        const overhang = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overhang).toBe(0);
      }
    });
  });
});

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

test.describe("the menu of the diagram", () => {
  test.beforeEach(async ({ synfin, page }) => {
    await synfin.paste("profile linux\ns: listen\nc: connect\nc: after connected +100ms send 10\nend 3s\n");
    await ranTo(synfin, 5);
    await expect(page.getByRole("textbox", { name: /^Script/u })).toBeVisible();
  });

  test("opens on an arrow by a right click, and by the menu key at the chosen segment", async ({
    synfin,
    page,
  }) => {
    await page.locator(".row-ground").first().click({ button: "right" });
    const menu = page.getByRole("menu", { name: "Segment 1" });
    await menu.getByRole("menuitem", { name: "Lose it" }).click();
    await ranTo(synfin, 6);
    await synfin.press("ControlOrMeta+z");
    await ranTo(synfin, 5);
    await synfin.press("ArrowRight", 1);
    await synfin.expectPosition(2);
    await page.keyboard.press("Shift+F10");
    await expect(page.getByRole("menu", { name: "Segment 2" }).getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toHaveCount(0);
    await page.keyboard.press("Shift+F10");
    await page.keyboard.press("Enter");
    await expect(lab(page).getByRole("checkbox")).toHaveCount(1);
  });

  test("opens on a lifeline, and for a finger that rests there", async ({ synfin, page }) => {
    const line = await page.locator(".lifeline.client").boundingBox();
    const row = await page.locator(".row-ground").nth(4).boundingBox();
    if (line === null || row === null) throw new Error("nothing is drawn");
    const [clientX, clientY] = [line.x, row.y + row.height / 2];
    await page.mouse.click(clientX, clientY, { button: "right" });
    const menu = page.getByRole("menu", { name: "Calls of the client" });
    await menu.getByRole("menuitem", { name: "abort (RST) here" }).click();
    await expect(page.locator(".lab-calls li")).toHaveCount(4);
    await expect(synfin.diagram).toContainText("RST");
    await page
      .locator(".sequence-canvas")
      .dispatchEvent("pointerdown", { pointerType: "touch", clientX, clientY: row.y + 4, bubbles: true });
    await expect(menu).toBeVisible();
  });
});

test("a captured arrow leads into the laboratory by a right click", async ({ synfin, page }) => {
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
  const question = page.getByRole("menuitem", { name: "What if this one is lost?" });
  // What listens comes a little later than the diagram; until then the menu is the browser's.
  await expect(async () => {
    await page.locator(".row-ground").nth(1).click({ button: "right" });
    await expect(question).toBeVisible({ timeout: 2000 });
  }).toPass();
  await question.click();
  await expect(card(page)).toContainText("answer like the real ones in 11 of 11 segments");
  await synfin.expectPosition(2);
});

test("a captured arrow leads into the laboratory by a finger that rests, without a contextmenu, as on iOS", async ({
  synfin,
  page,
}) => {
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
  const row = page.locator(".row-ground").nth(1);
  // What listens comes a little later than the diagram.
  await expect(async () => {
    const box = await row.boundingBox();
    if (box === null) throw new Error("nothing is drawn");
    const [clientX, clientY] = [box.x + box.width / 2, box.y + box.height / 2];
    await row.dispatchEvent("pointerdown", { pointerType: "touch", clientX, clientY, bubbles: true });
    await expect(page.getByRole("menuitem", { name: "What if this one is lost?" })).toBeVisible({
      timeout: 2000,
    });
  }).toPass();
  await synfin.expectPosition(2);
});

test("a task is set by a form, and its link carries it", async ({ synfin, page }) => {
  await synfin.paste("profile linux\ns: listen\nc: connect\nc: after connected close\ns: after eof close\n");
  await synfin.expectPhase("ready");
  await page.getByText("Set a task", { exact: true }).click();
  const form = page.getByRole("form", { name: "Set a task" });
  await form.getByLabel("Seconds at least").fill("2");
  await form.getByRole("button", { name: "Set", exact: true }).click();
  const task = page.locator(".lab-task");
  await expect(task).toContainText("the server stays in LAST-ACK for at least 2");
  await expect(task).toHaveAttribute("data-done", "false");
  await expect(page.getByRole("textbox", { name: /^Script/u })).toHaveValue(
    /goal s LAST-ACK 2s\ngoal edits 1\n$/u,
  );
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
  await expect(page.locator(".coverage")).toContainText("(1 run)");
  await synfin.press("v");
  await synfin.press("ArrowRight");
  await synfin.press("Shift+X");
  await ranTo(synfin, 7);
  await synfin.press("v");
  await expect(page.locator(".coverage")).toContainText("(2 runs)");
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
