interface SwitchProps<Choice extends string> {
  readonly label: string;
  readonly choices: readonly {
    readonly id: Choice;
    readonly label: string;
    readonly hint?: string;
    /** Its language, if that is not the language of the page. */
    readonly lang?: string;
    readonly isIdle?: boolean;
  }[];
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** A few choices side by side, one of them active. */
export function Switch<Choice extends string>({ label, choices, chosen, onChoose }: SwitchProps<Choice>) {
  return (
    <div className="switch" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          aria-pressed={choice.id === chosen}
          disabled={choice.isIdle === true}
          title={choice.hint}
          lang={choice.lang}
          onClick={() => onChoose(choice.id)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
