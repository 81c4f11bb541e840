import type { Page } from "@playwright/test";

/** By how much the page is wider than the screen, in pixels. */
export async function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * The controls that cannot be brought into sight, or lie under something else. Those behind an open dialog do not
 * count.
 */
export async function lostControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const around: ParentNode = document.querySelector("dialog[open]") ?? document;
    const lost: string[] = [];
    for (const control of around.querySelectorAll("button, select, input, a[href], [role=button]")) {
      if (control.closest(".unseen, [inert]") || control.matches("[type=file], [type=checkbox]")) continue;
      if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      control.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const { left, right, top, bottom } = control.getBoundingClientRect();
      const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isInside = left >= -1 && right <= width + 1 && top >= -1 && bottom <= height + 1;
      // The middle of a bent arrow is beside it.
      const isUncovered =
        control instanceof SVGElement ||
        (seen !== null && (control.contains(seen) || seen.contains(control)));
      if (!isInside || !isUncovered)
        lost.push(`${control.outerHTML.slice(0, 120)} ${left} ${top} under ${seen?.className ?? "nothing"}`);
    }
    return lost;
  });
}

/** Where the focus is and whether it can be seen there; null outside of the page's elements. */
export async function focusOf(
  page: Page,
): Promise<{ readonly path: string; readonly isMarked: boolean } | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const path: string[] = [];
    for (let at: Element | null = focused; at && at !== document.body; at = at.parentElement) {
      path.unshift(`${at.tagName}${[...(at.parentElement?.children ?? [])].indexOf(at)}`);
    }
    const look = (element: Element): string[] => {
      const { outlineStyle, outlineWidth, stroke, strokeWidth, strokeOpacity, backgroundColor } =
        getComputedStyle(element);
      return [outlineStyle, outlineWidth, stroke, strokeWidth, strokeOpacity, backgroundColor];
    };
    const parts = [focused, ...focused.querySelectorAll("rect, path")];
    const withFocus = parts.map(look).join();
    (focused as HTMLElement).blur();
    const withoutFocus = parts.map(look).join();
    (focused as HTMLElement).focus({ preventScroll: true, focusVisible: true });
    const name = focused.getAttribute("aria-label") ?? focused.textContent ?? "";
    return { path: `${path.join(">")} ${name.trim().slice(0, 40)}`, isMarked: withFocus !== withoutFocus };
  });
}

/** The boxes that cut more than half of the outline of the focused element off, at any side. */
export async function cutFocusMarks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return [];
    const { outlineOffset, outlineWidth, outlineStyle } = getComputedStyle(focused);
    if (outlineStyle === "none") return [];
    const reach = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth) / 2;
    const box = focused.getBoundingClientRect();
    const cuts: string[] = [];
    for (let around = focused.parentElement; around; around = around.parentElement) {
      if (getComputedStyle(around).overflow === "visible") continue;
      const { left, right, top, bottom } = around.getBoundingClientRect();
      const isCut =
        box.left - reach < left - 0.5 ||
        box.right + reach > right + 0.5 ||
        box.top - reach < top - 0.5 ||
        box.bottom + reach > bottom + 0.5;
      if (isCut) cuts.push(`${around.tagName}.${around.className}`);
    }
    return cuts;
  });
}

/**
 * What the diagram draws and no words tell: the states of its bands, which must be in the table of segments or in the
 * ways of the ends, and its segments, each of which must have its row with the same time and control bits.
 */
export async function drawnWithoutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll(".sequence-diagram .unseen table tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent ?? ""),
    );
    const ways = [...document.querySelectorAll("ol.unseen li")].map((step) => step.textContent ?? "");
    const missing: string[] = [];
    for (const band of document.querySelectorAll(".sequence-diagram .state-band[data-side]")) {
      const [state = ""] = (band.textContent ?? "").split(/[ ,]/);
      const column = band.getAttribute("data-side") === "client" ? 5 : 6;
      const isAhead = band.getAttribute("data-future") === "true";
      const isTold =
        rows.some((cells) => cells[column]?.startsWith(state)) || ways.some((step) => step.includes(state));
      if (!isTold && !isAhead) missing.push(`band ${state}`);
    }
    if (document.querySelectorAll(".sequence-drawing .segment-arrow").length > rows.length)
      missing.push("arrows without rows");
    for (const words of document.querySelectorAll(".row-words:has(.row-time):has(.label)")) {
      const time = words.querySelector(".row-time")?.textContent ?? "";
      const [bits = ""] = (words.querySelector(".label")?.textContent ?? "").split(" ");
      if (!rows.some((cells) => cells[1] === time && cells[3]?.startsWith(bits)))
        missing.push(`${time} ${bits}`);
    }
    return missing;
  });
}
