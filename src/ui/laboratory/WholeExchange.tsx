import { type End, PROFILES } from "../../lab/script/script.ts";
import { formatDuration } from "../figures.ts";
import { Switch } from "../parts/Switch.tsx";
import { useMessages } from "../use-messages.ts";
import { useWords } from "../use-words.ts";
import { buildWords, editWords } from "./edit.words.ts";
import type { BenchProps } from "./EditList.tsx";

/** Where the slider of the delay can stand, in nanoseconds, and that of the loss, in millionths. */
const DELAYS = [0, 1e6, 2e6, 5e6, 10e6, 20e6, 50e6, 100e6, 200e6, 500e6, 1e9];
const LOSSES = [0, 10_000, 20_000, 50_000, 100_000, 200_000, 300_000, 500_000];

/** Edits of the whole exchange: who closes first, delay, loss, whose timers. */
export function WholeExchange({ run, laboratory }: BenchProps) {
  const words = useWords(buildWords);
  const edits = useWords(editWords);
  const { ends } = useMessages();
  const { closesFirst, delay, lossMillionths, profile } = run.facts.settings;
  return (
    <section className="lab-section" aria-label={words.whole}>
      <h3>{words.whole}</h3>
      <div className="lab-setting">
        <span>{words.closesFirst}</span>
        <Switch
          label={words.closesFirst}
          chosen={String(closesFirst)}
          choices={ENDS.map((end) => ({
            id: String(end),
            label: end === 0 ? ends.client : ends.server,
            hint: edits.closesFirst(end),
            isIdle: closesFirst === null,
          }))}
          onChoose={(end) => laboratory.edit({ kind: "close-first", end: end === "0" ? 0 : 1 })}
        />
      </div>
      <Slider
        label={words.delay}
        said={delay[0] === delay[1] ? formatDuration(delay[0]) : delay.map(formatDuration).join(" / ")}
        places={DELAYS}
        value={delay[0]}
        onPlace={(there) => laboratory.edit({ kind: "wire-delay", there, back: there })}
      />
      <Slider
        label={words.loss}
        said={`${lossMillionths / 10_000} %`}
        places={LOSSES}
        value={lossMillionths}
        onPlace={(millionths) => laboratory.edit({ kind: "loss", millionths })}
      />
      <div className="lab-setting">
        <span>{words.timers}</span>
        <Switch
          label={words.timers}
          chosen={profile}
          choices={PROFILES.map((id) => ({
            id,
            label: id === "rfc" ? "RFC" : "Linux",
            hint: edits.timersOf(id),
          }))}
          onChoose={(chosen) => laboratory.edit({ kind: "profile", profile: chosen })}
        />
      </div>
    </section>
  );
}

const ENDS: readonly End[] = [0, 1];

interface SliderProps {
  readonly label: string;
  /** The value in words. */
  readonly said: string;
  readonly places: readonly number[];
  readonly value: number;
  readonly onPlace: (value: number) => void;
}

function Slider({ label, said, places, value, onPlace }: SliderProps) {
  const nearest = places.findLastIndex((place) => place <= value);
  return (
    <label className="lab-setting">
      <span>{label}</span>
      <input
        type="range"
        min={0}
        max={places.length - 1}
        step={1}
        value={Math.max(0, nearest)}
        aria-valuetext={said}
        onChange={({ currentTarget }) => onPlace(places[currentTarget.valueAsNumber] ?? 0)}
      />
      <output>{said}</output>
    </label>
  );
}
