import type { KeyboardEvent } from "react";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Id of the element that the tab shows. */
  readonly controls: string;
}

interface TabListProps<Id extends string> {
  readonly label: string;
  readonly className?: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** A row of tabs: one stop for the Tab key, arrows move between them (WAI-ARIA "Tabs"). */
export function TabList<Id extends string>({
  label,
  className = "",
  tabs,
  selected,
  onSelect,
}: TabListProps<Id>) {
  const move = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const next = neighbour(tabs, selected, event.key);
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div className={`tab-list ${className}`} role="tablist" aria-label={label}>
      {tabs.map(({ id, label: name, controls }) => (
        <button
          key={id}
          type="button"
          role="tab"
          data-tab={id}
          aria-selected={id === selected}
          aria-controls={controls}
          tabIndex={id === selected ? 0 : -1}
          onClick={({ detail, currentTarget }) => {
            onSelect(id);
            // After a click of the mouse the arrow keys step through the segments; `detail` is 0 for the keyboard.
            if (detail > 0) currentTarget.blur();
          }}
          onKeyDown={move}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function neighbour<Id extends string>(
  tabs: readonly Tab<Id>[],
  selected: Id,
  key: string,
): Tab<Id> | undefined {
  const at = tabs.findIndex(({ id }) => id === selected);
  if (key === "ArrowRight") return tabs[(at + 1) % tabs.length];
  if (key === "ArrowLeft") return tabs.at(at - 1);
  if (key === "Home") return tabs[0];
  return key === "End" ? tabs.at(-1) : undefined;
}
