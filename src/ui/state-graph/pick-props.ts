import type { KeyboardEvent, MouseEvent } from "react";
import type { Passage } from "../../diagram/state-graph/passages.ts";

/** Props that make a part of the graph a button, or a mere drawing if the connection never passes it. */
export type PickProps =
  | { readonly "aria-hidden": true }
  | {
      readonly role: "button";
      readonly tabIndex: -1;
      readonly "aria-label": string;
      readonly onClick: (event: MouseEvent<SVGElement>) => void;
      readonly onKeyDown: (event: KeyboardEvent) => void;
    };

/** Lets a part of the graph be picked with pointer, Enter and space. */
export function pickProps(
  passage: Passage | undefined,
  onPick: (passage: Passage) => void,
  label: string | undefined,
): PickProps {
  if (passage === undefined || label === undefined) return { "aria-hidden": true };
  return buttonProps(label, () => onPick(passage));
}

/** A part of the graph as a button. */
export function buttonProps(label: string, onPress: () => void): PickProps {
  return {
    role: "button",
    // The graph is one stop of the Tab key; `walkGraph` moves within it.
    tabIndex: -1,
    "aria-label": label,
    onClick: ({ detail, currentTarget }) => {
      onPress();
      // After a click of the mouse the arrow keys step through the segments; `detail` is 0 for the keyboard.
      if (detail > 0) currentTarget.blur();
    },
    onKeyDown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      onPress();
    },
  };
}

const NEXT: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Moves the focus with the arrows among the arrows and states of the graph that can be picked. */
export function walkGraph(event: KeyboardEvent<SVGSVGElement>): void {
  const by = NEXT[event.key];
  const buttons = [...event.currentTarget.querySelectorAll<SVGElement>("[role=button]")];
  if (by === undefined || buttons.length === 0) return;
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : buttons.length - 1) : at + by;
  buttons[Math.max(0, Math.min(next, buttons.length - 1))]?.focus();
  event.preventDefault();
}
