import type { ComponentProps } from "react";
import { Icon } from "./Icon.tsx";

interface IconButtonProps extends Omit<
  ComponentProps<"button">,
  "type" | "aria-label" | "title" | "children"
> {
  readonly icon: ComponentProps<typeof Icon>["name"];
  /** What it does: read by screen readers, and shown as a tooltip. */
  readonly label: string;
}

/** A button that shows a picture instead of words. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
