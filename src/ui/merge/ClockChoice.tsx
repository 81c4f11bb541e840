import type { KeyboardEvent } from "react";
import { shownOffsets, type ShownOffsets } from "../../segments/witness-times.ts";
import type { ToldMerge } from "../../store/merge/merging.ts";
import { useSynfinStore } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { merging } from "./merge.words.ts";

/** Steps of the slider. */
const STEPS = 200;
const PPM = 1e6;

/** How the two clocks are related, and a slider that moves the drawn one within what is possible. */
export function ClockChoice({ told }: { readonly told: ToldMerge }) {
  const words = useWords(merging);
  const store = useSynfinStore();
  const { witnesses } = told.told;
  const offsets = shownOffsets(witnesses);
  if (offsets === null || witnesses.clock === null) return <p className="merge-clock">{words.unrelated}</p>;
  const { rate, step } = witnesses.clock;
  const turn = witnesses.atClient === 0 ? 1 : -1;
  const isBounded = Number.isFinite(offsets.low) || Number.isFinite(offsets.high);
  const draw = (shift: number): void => store.setState({ told: { ...told, shift } });
  return (
    <div className="merge-clock">
      <p>
        {words.clock(turn * (offsets.drawn + told.shift))};{" "}
        {isBounded ? words.free(offsets.high - offsets.low) : words.unbounded}.
      </p>
      {rate !== null && (
        <p>{words.rate(turn * rate[turn > 0 ? 0 : 1] * PPM, turn * rate[turn > 0 ? 1 : 0] * PPM)}.</p>
      )}
      {step !== null && <p>{words.step(step.drawn - witnesses.clock.drawn.offset)}.</p>}
      {/* With another rate, or a step, the bounds are those of all rates: not each offset within fits the drawn one. */}
      <Slider
        offsets={offsets}
        isFirstAtClient={witnesses.atClient === 0}
        isFree={rate === null && step === null}
        shift={told.shift}
        onDraw={draw}
      />
    </div>
  );
}

/** What moves a slider does not move the playhead at the same time. */
const OF_SLIDERS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

function keepKeys(event: KeyboardEvent): void {
  if (OF_SLIDERS.has(event.key)) event.stopPropagation();
}

interface SliderProps {
  readonly offsets: ShownOffsets;
  /** Then a larger offset takes time from the segments to the server. */
  readonly isFirstAtClient: boolean;
  readonly isFree: boolean;
  readonly shift: number;
  readonly onDraw: (shift: number) => void;
}

function Slider({ offsets: { low, high, drawn }, isFirstAtClient, isFree, shift, onDraw }: SliderProps) {
  const words = useWords(merging);
  const width = high - low;
  // The least delays of what was sent at the first capture, and at the second one.
  const [first, second] = [high - drawn - shift, drawn + shift - low];
  const split = isFirstAtClient ? words.split(first, second) : words.split(second, first);
  const isEqualPossible = low <= 0 && high >= 0;
  return (
    <>
      {isFree && Number.isFinite(width) && width > 0 && (
        <div className="merge-slider">
          <input
            type="range"
            aria-label={words.slider}
            aria-valuetext={split}
            min={0}
            max={STEPS}
            onKeyDown={keepKeys}
            value={Math.round(((drawn + shift - low) / width) * STEPS)}
            onChange={({ currentTarget }) =>
              onDraw(low + (width * currentTarget.valueAsNumber) / STEPS - drawn)
            }
          />
          <button type="button" className="button" disabled={shift === 0} onClick={() => onDraw(0)}>
            {words.middle}
          </button>
          {isEqualPossible && (
            <button
              type="button"
              className="button"
              disabled={drawn + shift === 0}
              onClick={() => onDraw(-drawn)}
            >
              {words.equal}
            </button>
          )}
        </div>
      )}
      {isFree && Number.isFinite(width) && <p className="merge-rest">{split}</p>}
      {!isEqualPossible && <p>{words.unequal(Math.min(Math.abs(low), Math.abs(high)))}.</p>}
    </>
  );
}
