interface OptionListProps {
  readonly options: readonly string[];
  /** What is right and what was chosen; null while the question is open. */
  readonly told: { readonly right: number; readonly chosen: number | null } | null;
  readonly onChoose: (option: number) => void;
}

/** The options of a question as buttons; afterwards which of them is right. */
export function OptionList({ options, told, onChoose }: OptionListProps) {
  return (
    <ul className="class-options">
      {options.map((option, index) => (
        <li key={option}>
          <button
            type="button"
            className="button class-option"
            data-mark={told === null ? undefined : markOf(told, index)}
            aria-pressed={told?.chosen === index}
            disabled={told !== null}
            onClick={() => onChoose(index)}
          >
            {option}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** `right`, or `wrong` where it was chosen. */
function markOf(told: NonNullable<OptionListProps["told"]>, index: number): string | undefined {
  if (index === told.right) return "right";
  return index === told.chosen ? "wrong" : undefined;
}
