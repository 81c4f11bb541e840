import "./octets.css";
import { useMemo, useRef, useState } from "react";
import type { FollowedPart } from "../../store/opened-capture.ts";
import type { Side } from "../../tcp/state.ts";
import { formatCount } from "../figures.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Switch } from "../parts/Switch.tsx";
import { useRowWindow } from "../use-row-window.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { drawnLine, followedLines } from "./followed-lines.ts";
import { octetsWords } from "./octets.words.ts";
import { ReadingOctets } from "./ReadingOctets.tsx";
import { useOctets } from "./use-octets.ts";

/** Height of a line in CSS pixels; octets.css says the same. */
const LINE = 20;
const FORMS = ["text", "hex"] as const;
type Form = (typeof FORMS)[number];
const SIDES = ["client", "server"] as const;

/** What one end of the connection sent, in order, a megabyte at a time. */
export function FollowSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(octetsWords);
  const connection = useSynfin((state) => state.selection?.connection ?? 0);
  const ask = useSynfin((state) => state.ask);
  const [side, setSide] = useState<Side>("client");
  const [form, setForm] = useState<Form>("text");
  /** Where the parts begin that were read so far; the last is shown. */
  const [froms, setFroms] = useState<readonly number[]>([0]);
  const from = froms.at(-1) ?? 0;
  const { octets, stop } = useOctets(`${side} ${from}`, () => ask("follow", connection, side, from));
  const part = octets.kind === "read" ? octets.answer : null;
  return (
    <Dialog className="follow" title={words.follow} close={words.close} onClose={onClose}>
      <div className="follow-head">
        <Switch
          label={words.direction}
          choices={SIDES.map((id) => ({ id, label: words[id], hint: words[id] }))}
          chosen={side}
          onChoose={(chosen) => {
            setSide(chosen);
            setFroms([0]);
          }}
        />
        <Switch
          label={words.form}
          choices={FORMS.map((id) => ({ id, label: words[id], hint: words[id] }))}
          chosen={form}
          onChoose={setForm}
        />
        {froms.length > 1 && (
          <button type="button" className="button" onClick={() => setFroms(froms.slice(0, -1))}>
            {words.before}
          </button>
        )}
        {part && part.until < part.total && (
          <button type="button" className="button" onClick={() => setFroms([...froms, part.until])}>
            {words.next}
          </button>
        )}
      </div>
      {octets.kind === "reading" && <ReadingOctets {...octets} onStop={stop} />}
      {octets.kind === "obstacle" && <p role="status">{words[octets.obstacle]}</p>}
      {part && <Followed part={part} form={form} from={from} />}
    </Dialog>
  );
}

interface FollowedProps {
  readonly part: FollowedPart;
  readonly form: Form;
  readonly from: number;
}

function Followed({ part, form, from }: FollowedProps) {
  const words = useWords(octetsWords);
  const lines = useMemo(() => followedLines(part, form), [part, form]);
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, height, topOf } = useRowWindow(scroller, lines.length, LINE);
  if (lines.length === 0) return <p role="status">{words.nothing}</p>;
  const range = words.range(
    formatCount(Math.min(from + 1, part.until)),
    formatCount(part.until),
    formatCount(part.total),
  );
  return (
    <>
      <p role="status">{range}</p>
      <div className="followed" tabIndex={0} role="region" aria-label={words.follow} ref={scroller}>
        <div className="followed-space" style={{ height }}>
          {lines.slice(first, end).map((line, at) => (
            <div
              key={`${line.kind === "gap" ? line.gap : ""}${line.from}`}
              className="followed-line"
              data-is-gap={line.kind === "gap"}
              style={{ top: topOf(first + at) }}
            >
              {line.kind === "gap" ? words[line.gap](line.length) : drawnLine(part, line, form, from)}
            </div>
          ))}
        </div>
      </div>
    </>
  );
}
