import { useRef } from "react";

interface ChoiceProps<Value extends string | number> {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    /** Its language, if that is not the language of the page. */
    readonly lang?: string;
  }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** A list of choices, of which one holds. */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { label, hint, options, chosen, onChoose } = props;
  const isPointed = useRef(false);
  return (
    <select
      className="button"
      aria-label={label}
      title={hint}
      value={chosen}
      onPointerDown={() => (isPointed.current = true)}
      onKeyDown={() => (isPointed.current = false)}
      onChange={({ currentTarget }) => {
        const option = options[currentTarget.selectedIndex];
        if (option) onChoose(option.value);
        // After a click of the mouse the arrow keys step through the segments again.
        if (isPointed.current) currentTarget.blur();
      }}
    >
      {options.map(({ value, label: name, lang }) => (
        <option key={value} value={value} lang={lang}>
          {name}
        </option>
      ))}
    </select>
  );
}
