import "./action-menu.css";
import { type CSSProperties, type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "./IconButton.tsx";

export interface MenuAction {
  readonly label: string;
  /** Why it cannot be done; null when it can. */
  readonly obstacle: string | null;
  readonly run: () => void;
}

interface ActionsProps {
  readonly label: string;
  readonly actions: readonly MenuAction[];
}

/** A button that opens a few actions (WAI-ARIA "Menu Button"). */
export function ActionMenu({ label, actions }: ActionsProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className="action-menu">
      <IconButton
        icon="more"
        label={label}
        className="button round"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        ref={button}
        // The open menu keeps the focus until the click has closed it.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <ActionList
          label={label}
          actions={actions}
          onClose={(isDone) => {
            setOpen(false);
            if (isDone) button.current?.focus();
          }}
        />
      )}
    </div>
  );
}

interface ActionListProps extends ActionsProps {
  /** Where in the window it opens, above all else; absent: below its button. */
  readonly at?: { readonly x: number; readonly y: number };
  /** It is over. `isDone`: not because the focus went elsewhere. */
  readonly onClose: (isDone: boolean) => void;
}

/** The open menu: it takes the focus, and is over when that leaves. */
export function ActionList({ label, actions, at, onClose }: ActionListProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (menu.current?.popover !== null) menu.current?.showPopover();
    menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, []);
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    event.stopPropagation();
    if (event.key === "Escape") onClose(true);
    else if (!focusNeighbour(event.currentTarget, event.key)) return;
    event.preventDefault();
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) onClose(false);
  };
  return (
    <div
      className="action-list"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      ref={menu}
      popover={at && "manual"}
      style={at && cornerAt(at)}
      onKeyDown={move}
      onBlur={leave}
    >
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
            onClose(true);
            action.run();
          }}
        >
          {action.label}
          {action.obstacle !== null && <small>{action.obstacle}</small>}
        </button>
      ))}
    </div>
  );
}

/** The menu grows away from the nearer edges of the window. */
function cornerAt({ x, y }: NonNullable<ActionListProps["at"]>): CSSProperties {
  const { innerWidth, innerHeight } = window;
  return {
    ...(x > innerWidth / 2 ? { right: innerWidth - x } : { left: x }),
    ...(y > innerHeight / 2 ? { bottom: innerHeight - y } : { top: y }),
  };
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
