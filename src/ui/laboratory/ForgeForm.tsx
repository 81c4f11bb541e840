import { useState } from "react";
import type { End } from "../../lab/script/script.ts";
import { FLAG_LETTERS } from "../../segments/flag-letters.ts";
import { Choice } from "../parts/Choice.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { buildWords } from "./edit.words.ts";
import type { BenchProps } from "./EditList.tsx";
import { EndChoice } from "./EndChoice.tsx";
import { FORGE_ID } from "./forge-id.ts";
import { NumberField } from "./NumberField.tsx";
import { useRunSegments } from "./use-run.ts";

/** The flags that a forged segment may have, as tcpdump prints them. */
const FLAGS = ["R", "R.", "S", "S.", "F.", "."] as const;
/** Where nothing is chosen, it arrives then; nanoseconds. */
const USUAL_TIME = 500e6;

/** Forges a segment, such as a blind RST or an old SYN. */
export function ForgeForm({ laboratory }: Pick<BenchProps, "laboratory">) {
  const words = useWords(buildWords);
  const [end, setEnd] = useState<End>(0);
  const [flags, setFlags] = useState<(typeof FLAGS)[number]>("R");
  const [sequence, setSequence] = useState(1);
  const [acknowledgment, setAcknowledgment] = useState(1);
  const position = useSynfin((state) => state.position);
  const time = useRunSegments()[position - 1]?.sentAt ?? USUAL_TIME;
  const hasAck = flags.includes(".");
  const inject = (): void =>
    laboratory.edit({
      kind: "inject",
      end,
      time,
      raw: {
        flags: FLAG_LETTERS.reduce((bits, [letter, bit]) => bits | (flags.includes(letter) ? bit : 0), 0),
        sequence,
        acknowledgment: hasAck ? acknowledgment : null,
        window: null,
        octets: 0,
      },
    });
  return (
    <details className="lab-section">
      <summary>{words.inject}</summary>
      <form
        className="lab-add"
        onSubmit={(event) => {
          event.preventDefault();
          inject();
        }}
      >
        <EndChoice label={words.as} chosen={end} onChoose={setEnd} />
        <Choice
          label={words.flags}
          options={FLAGS.map((each) => ({ value: each, label: `[${each}]` }))}
          chosen={flags}
          onChoose={setFlags}
        />
        <NumberField id={FORGE_ID} label={words.sequence} value={sequence} onValue={setSequence} />
        {hasAck && (
          <NumberField label={words.acknowledgment} value={acknowledgment} onValue={setAcknowledgment} />
        )}
        <button type="submit" className="button primary">
          {words.injectIt}
        </button>
      </form>
      <p className="lab-hint">{words.injectHint}</p>
    </details>
  );
}
