import type { Page } from "@playwright/test";
import { TCP_STATES } from "../src/tcp/state.ts";

/** What was compared, and where picture and words differ, one sentence each. */
export interface Comparison {
  readonly differences: readonly string[];
  /** The numbers of the segments whose rows are drawn. */
  readonly rows: readonly number[];
  /** How many badges beside edges and tokens on nodes were found in the words. */
  readonly passages: number;
}

/**
 * Holds the picture of the connection on screen against its words, both read from the page: as drawn, and as a screen
 * reader has it. Of every row in view: who sent it, control bits and numbers, time, notes, calls and clocks, and the
 * states of both ends after it. Of the graph: the segments at which each end took an edge, and where it stands.
 */
export async function comparePictureAndWords(page: Page): Promise<Comparison> {
  const diagram = await compareDiagram(page);
  const graph = await compareGraph(page);
  return {
    differences: [...diagram.differences, ...graph.differences],
    rows: diagram.rows,
    passages: graph.passages,
  };
}

function compareDiagram(page: Page): Promise<Omit<Comparison, "passages">> {
  return page.evaluate(() => {
    const differences: string[] = [];
    const differ = (where: string, drawn: string, told: string): void =>
      void differences.push(`${where}: drawn “${drawn}”, told “${told}”`);
    const all = (selector: string, within: ParentNode = document): Element[] => [
      ...within.querySelectorAll(selector),
    ];
    const textOf = (element: Element | null | undefined): string =>
      (element?.textContent ?? "").trim().replaceAll("\n", " ");
    const textsOf = (selector: string, within: ParentNode): string[] => all(selector, within).map(textOf);

    const told = all(".sequence-diagram .unseen table tbody tr").map((row) => [...row.children].map(textOf));
    compareArrows();
    const drawn = all(".sequence-drawing .row-words");
    const grounds = all(".sequence-drawing .row-ground");
    const bands = all(".sequence-diagram .state-band");
    // What is still under way has its arrow and its words, but no row.
    const rows = told.slice(told.length - drawn.length);
    // The first and the last one may be drawn in part.
    const drawing = document.querySelector(".sequence-drawing")?.getBoundingClientRect() ?? new DOMRect();
    const isWhole = (index: number): boolean => {
      const bottom = bottomOf(grounds[index]);
      return bottom - 2 > drawing.top && bottom <= drawing.bottom + 1;
    };
    for (const [index, row] of drawn.entries())
      if (isWhole(index)) compareRow(row, grounds[index], rows[index] ?? []);
    const whole = rows.filter((_, index) => isWhole(index));
    return { differences, rows: whole.map(([number = ""]) => Number.parseInt(number, 10)) };

    function bottomOf(element: Element | undefined): number {
      return element?.getBoundingClientRect().bottom ?? 0;
    }

    function compareArrows(): void {
      const arrows = all(".sequence-drawing .segment-arrow .way") as SVGPathElement[];
      if (arrows.length !== told.length) differ("arrows", String(arrows.length), String(told.length));
      const names = new Map<boolean, string>();
      for (const [index, way] of arrows.entries()) {
        const [number = "", , sender = ""] = told[index] ?? [];
        const isRightwards = way.getPointAtLength(0).x < way.getPointAtLength(way.getTotalLength()).x;
        const name = names.get(isRightwards) ?? sender;
        names.set(isRightwards, name);
        if (name !== sender || names.get(!isRightwards) === sender)
          differ(`segment ${number}, sender`, name, sender);
      }
    }

    function compareRow(row: Element, ground: Element | undefined, cells: readonly string[]): void {
      const [number = "", time = "", , label = "", fate = "", client = "", server = "", notes = ""] = cells;
      const at = `segment ${number}`;
      for (const one of textsOf(".row-time", row)) if (one !== time) differ(`${at}, time`, one, time);
      compareLabel(at, textOf(row.querySelector(".label")), label);
      const beside = textsOf(".call, .timer, .interval", row);
      const chips = textsOf(".chip text", row);
      for (const one of beside) if (!notes.includes(one)) differ(`${at}, beside`, one, notes);
      for (const one of chips) if (!`${notes}; ${fate}`.includes(one)) differ(`${at}, note`, one, notes);
      const count = notes === "" ? 0 : notes.split("; ").length;
      if (count < beside.length + chips.length) differ(`${at}, notes`, [...beside, ...chips].join(), notes);
      compareStates(at, ground, { client, server });
    }

    /** A label that does not fit is drawn without its last parts: what there is of it stands in the words, in this order. */
    function compareLabel(at: string, drawnLabel: string, label: string): void {
      const parts = drawnLabel.split(/\s+/u).filter((part) => part !== "" && part !== "…");
      const words = label.split(/\s+/u);
      if (parts.length > 0 && parts[0] !== words[0]) differ(`${at}, control bits`, drawnLabel, label);
      let from = 0;
      for (const part of parts) {
        const found = words.indexOf(part, from);
        if (found < 0) differ(`${at}, label`, part, label);
        else from = found + 1;
      }
    }

    function compareStates(
      at: string,
      ground: Element | undefined,
      states: Readonly<Record<"client" | "server", string>>,
    ): void {
      const y = bottomOf(ground) - 2;
      for (const side of ["client", "server"] as const) {
        const band = bands.find((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return one.getAttribute("data-side") === side && top <= y && bottom > y;
        });
        // Only a band that is too low lacks a name.
        const name = textOf(band);
        const isWrong = band === undefined || (name !== "" && name !== states[side]);
        if (isWrong) differ(`${at}, ${side} after it`, band ? name : "nothing", states[side]);
      }
    }
  });
}

function compareGraph(page: Page): Promise<Omit<Comparison, "rows">> {
  return page.evaluate(
    (states) => {
      const differences: string[] = [];
      let passages = 0;
      const textsOf = (selector: string, within: ParentNode = document): string[] =>
        [...within.querySelectorAll(selector)].map((element) => (element.textContent ?? "").trim());
      const ways = [...document.querySelectorAll("ol.unseen")].map((way) => textsOf("li", way));
      for (const [index, side] of (["client", "server"] as const).entries()) {
        const told = ways[index] ?? [];
        const toldAt = told.slice(1).map((step) => /\d+/u.exec(step)?.[0]);
        const drawnAt = textsOf(`.edge-label .badge[data-side=${side}] text`).flatMap((text) =>
          [...text.matchAll(/\d+/gu)].map(([number]) => number),
        );
        passages += drawnAt.length;
        for (const number of drawnAt)
          if (!toldAt.includes(number))
            differences.push(`${side} in the graph: drawn at ${number}, told at ${toldAt.join()}`);
        const last = told.at(-1) ?? "";
        const toldIn = states.filter((one) => last.includes(one));
        const doubts = [...document.querySelectorAll(`.state-graph .doubt-mark[data-side=${side}] circle`)];
        if (doubts.length > 0) {
          const drawnIn = doubts.map(nodeAt).join();
          passages++;
          if (drawnIn.split(",").toSorted().join() !== toldIn.toSorted().join())
            differences.push(`${side} may stand: drawn in ${drawnIn}, told in ${toldIn.join()}`);
          continue;
        }
        const state = toldIn[0] ?? "";
        const token = document.querySelector(`.state-graph .token[data-side=${side}] circle`);
        if (token === null) continue;
        const node = nodeAt(token);
        passages++;
        if (node !== state) differences.push(`${side} stands: drawn in ${node}, told in ${state}`);
      }
      return { differences, passages };

      /** The name on the node that the token touches. */
      function nodeAt(token: Element): string {
        const { left, right, top, bottom } = token.getBoundingClientRect();
        const touched = [...document.querySelectorAll(".state-graph .node")].filter((node) => {
          const box = (node.querySelector("rect") ?? node).getBoundingClientRect();
          return left < box.right + 2 && right > box.left - 2 && top < box.bottom + 2 && bottom > box.top - 2;
        });
        return touched.map((node) => (node.querySelector("text")?.textContent ?? "").trim()).join(" and ");
      }
    },
    [...TCP_STATES],
  );
}
