import type { End } from "../../lab/script/script.ts";
import { Choice } from "../parts/Choice.tsx";
import { useMessages } from "../use-messages.ts";

interface EndChoiceProps {
  readonly label: string;
  readonly chosen: End;
  readonly onChoose: (end: End) => void;
}

/** Client or server. */
export function EndChoice({ label, chosen, onChoose }: EndChoiceProps) {
  const { ends } = useMessages();
  return (
    <Choice
      label={label}
      options={[
        { value: 0, label: ends.client },
        { value: 1, label: ends.server },
      ]}
      chosen={chosen}
      onChoose={(value) => onChoose(value === 0 ? 0 : 1)}
    />
  );
}
