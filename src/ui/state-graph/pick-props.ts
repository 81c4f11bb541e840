import type { KeyboardEvent } from "react";
import type { Passage } from "../../diagram/state-graph/passages.ts";

/** Props that make a part of the graph a button, or a mere drawing if the connection never passes it. */
export type PickProps =
  | { readonly "aria-hidden": true }
  | {
      readonly role: "button";
      readonly tabIndex: 0;
      readonly "aria-label": string;
      readonly onClick: () => void;
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
    tabIndex: 0,
    "aria-label": label,
    onClick: onPress,
    onKeyDown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      onPress();
    },
  };
}
