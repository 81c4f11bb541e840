import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** Where the page stands, as its `<main>` element tells. */
export type Phase = "empty" | "loading" | "ready" | "failed";

/** How much a capture holds. */
interface Counts {
  readonly connections: number;
  readonly segments: number;
}

/** The page as its user knows it: ways in, landmarks, keys. Names are the visible words and landmark names. */
export class SynfinPage {
  readonly page: Page;
  /** Where it is, relative to the address of the preview server or whole. */
  readonly address: string;
  readonly main: Locator;
  readonly connections: Locator;
  readonly diagram: Locator;
  readonly graph: Locator;
  readonly segment: Locator;
  readonly playback: Locator;
  /** Why nothing could be opened. */
  readonly failure: Locator;

  constructor(page: Page, address = "./") {
    this.page = page;
    this.address = address;
    this.main = page.getByRole("main");
    this.connections = page.getByRole("region", { name: "Connections", exact: true });
    this.diagram = page.getByRole("region", { name: "Sequence diagram" });
    this.graph = page.getByRole("region", { name: "State graph" });
    this.segment = page.getByRole("region", { name: "Segment", exact: true });
    this.playback = page.getByRole("region", { name: "Playback" });
    this.failure = this.main.getByRole("alert");
  }

  async goto(): Promise<void> {
    await this.page.goto(this.address);
    await this.expectPhase("empty");
    await this.listens();
  }

  /** Loads the page anew, and waits until it listens to keys, drops and pastes. */
  async reload(): Promise<void> {
    await this.page.reload();
    await expect(this.main).toHaveAttribute("data-phase");
    await this.listens();
  }

  /** Opens the card that says how things are shown. */
  async openDisplay(): Promise<Locator> {
    const card = this.page.locator(".display-card");
    if (!(await card.isVisible())) await this.page.locator(".display-button").click();
    await expect(card).toBeVisible();
    return card;
  }

  /** Chooses how something is shown, by the words of the choice: `Dark`, `한국어`, `Names`. */
  async show(choice: string): Promise<void> {
    const card = await this.openDisplay();
    await card.getByRole("button", { name: choice, exact: true }).click();
    await this.page.keyboard.press("Escape");
    await expect(card).toHaveCount(0);
  }

  /** It does so in effects, after the first frame. */
  private async listens(): Promise<void> {
    await this.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  }

  /** A real drop of a file from the desktop, which the page may trust; only Chromium can be made to do it. */
  async drop(path: string): Promise<void> {
    const isChromium = this.page.context().browser()?.browserType().name() === "chromium";
    await (isChromium ? this.dropFromDesktop(path) : this.dropByScript(path));
  }

  /** Drops a capture and waits until it is open. */
  async open(path: string, counts: Counts): Promise<void> {
    await this.drop(path);
    await this.expectOpen(counts);
  }

  /** @param path must be absolute */
  private async dropFromDesktop(path: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    const { width = 0, height = 0 } = this.page.viewportSize() ?? {};
    const centre = { x: width / 2, y: height / 2 };
    const came = await this.page.evaluateHandle(() => {
      const seen = { isDropped: false };
      addEventListener("drop", () => void (seen.isDropped = true), { capture: true, once: true });
      return seen;
    });
    // A browser that has not shown its first frame yet loses what is dragged by command; a hand would try again.
    await expect(async () => {
      await session.send("Input.dispatchDragEvent", { type: "dragEnter", x: 1, y: 1, data });
      await session.send("Input.dispatchDragEvent", { type: "dragOver", x: 1, y: 1, data });
      // Over something else at once, as where the page has changed under the pointer: that must be taken as well.
      await session.send("Input.dispatchDragEvent", { type: "drop", ...centre, data });
      await expect.poll(() => came.evaluate(({ isDropped }) => isDropped), { timeout: 3000 }).toBe(true);
    }).toPass();
    await session.detach();
  }

  /** A drop made by script, which every browser knows. The files come from a field that is there only for that. */
  async dropByScript(...paths: readonly string[]): Promise<void> {
    const field = await this.page.evaluateHandle(() => {
      const made = document.createElement("input");
      made.type = "file";
      made.multiple = true;
      return made;
    });
    await field.setInputFiles(paths);
    const dataTransfer = await field.evaluateHandle(({ files }) => {
      const made = new DataTransfer();
      for (const file of files ?? []) made.items.add(file);
      return made;
    });
    for (const type of ["dragenter", "dragover", "drop"])
      await this.main.dispatchEvent(type, { dataTransfer });
  }

  /** Through the button and the browser's dialog. */
  async choose(path: string): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.main.getByRole("button", { name: "Choose a file" }).click();
    await (await chooser).setFiles(path);
  }

  /** Into the box of the empty page. */
  async pasteIntoBox(text: string): Promise<void> {
    await this.copy(text);
    await this.main.getByRole("textbox").click();
    await this.page.keyboard.press("ControlOrMeta+V");
    await this.main.getByRole("button", { name: "Open the text" }).click();
  }

  /** Anywhere on the page, with Ctrl+V. */
  async paste(text: string): Promise<void> {
    await this.copy(text);
    await this.page.keyboard.press("ControlOrMeta+V");
  }

  /** Onto the clipboard, out of a field that is there only for that. */
  private async copy(text: string): Promise<void> {
    const field = await this.page.evaluateHandle((copied) => {
      const made = document.createElement("textarea");
      made.value = copied;
      document.body.append(made);
      made.focus();
      made.select();
      return made;
    }, text);
    await this.page.keyboard.press("ControlOrMeta+C");
    await field.evaluate((made) => made.remove());
  }

  /** Opens the example with this title, behind the veil of its lesson. */
  async openVeiled(title: string): Promise<void> {
    await this.main.getByRole("button", { name: title }).click();
  }

  /** Opens the example with this title, and shows everything of it. */
  async openExample(title: string): Promise<void> {
    await this.openVeiled(title);
    await this.liftVeil();
  }

  /** Shows everything of an example that an address has opened. */
  async liftVeil(): Promise<void> {
    await expect(this.main).toHaveAttribute("data-mode", "veiled");
    await this.expectPhase("ready");
    await this.press("Escape");
    await expect(this.main).toHaveAttribute("data-mode", "exploring");
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time++) await this.page.keyboard.press(key);
  }

  async expectPhase(phase: Phase): Promise<void> {
    await expect(this.main).toHaveAttribute("data-phase", phase);
    // Panels beside the diagram are drawn in frames after it.
    await expect(this.main.locator("[aria-busy=true]")).toHaveCount(0);
  }

  /** A capture is open, and one of its connections, with this many segments, is on screen. */
  async expectOpen(counts: Counts): Promise<void> {
    await this.expectPhase("ready");
    await expect(this.main).toHaveAttribute("data-connections", String(counts.connections));
    await expect(this.main).toHaveAttribute("data-segments", String(counts.segments));
  }

  async expectPosition(position: number): Promise<void> {
    await expect(this.main).toHaveAttribute("data-position", String(position));
  }

  async expectStates(client: string, server: string): Promise<void> {
    await expect(this.main).toHaveAttribute("data-client-state", client);
    await expect(this.main).toHaveAttribute("data-server-state", server);
  }
}
