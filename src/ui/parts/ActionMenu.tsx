import "./action-menu.css";
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "./IconButton.tsx";

export interface MenuAction {
  readonly label: string;
  /** Why it cannot be done; null when it can. */
  readonly obstacle: string | null;
  readonly run: () => void;
}

/** A button that opens a few actions (WAI-ARIA "Menu Button"). */
export function ActionMenu({
  label,
  actions,
}: {
  readonly label: string;
  readonly actions: readonly MenuAction[];
}) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, [isOpen]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === "Escape") close();
    else if (!focusNeighbour(event.currentTarget, event.key)) return;
    event.preventDefault();
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    <div className="action-menu" onBlur={leave}>
      <IconButton
        icon="more"
        label={label}
        className="button round"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        ref={button}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <div className="action-list" role="menu" tabIndex={-1} aria-label={label} ref={menu} onKeyDown={move}>
          {actions.map((action) => (
            <button
              key={action.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={action.obstacle !== null}
              title={action.obstacle ?? undefined}
              onClick={() => {
                if (action.obstacle !== null) return;
                action.run();
                close();
              }}
            >
              {action.label}
              {action.obstacle !== null && <small>{action.obstacle}</small>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function focusNeighbour(menu: HTMLElement, key: string): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next =
    key === "ArrowDown"
      ? items[(at + 1) % items.length]
      : key === "ArrowUp"
        ? items.at(at - 1)
        : key === "Home"
          ? items[0]
          : key === "End"
            ? items.at(-1)
            : undefined;
  next?.focus();
  return next !== undefined;
}
