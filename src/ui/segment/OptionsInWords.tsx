import { optionOctets, type RawOption, splitOptions } from "../../segments/options.ts";
import { numbersShownOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { receiverAt } from "../../tcp/segment-at.ts";
import { punctuation } from "../parts/punctuation.words.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { formatSequenceNumber } from "./format-number.ts";
import { NoSegmentYet } from "./NoSegmentYet.tsx";
import { optionsWords } from "./options.words.ts";
import { wordOption } from "./word-option.ts";

interface OptionsInWordsProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
}

/** Every option of the segment, decoded and explained. */
export function OptionsInWords({ analysis, position }: OptionsInWordsProps) {
  const words = { ...useWords(optionsWords), ...useWords(punctuation) };
  const numbers = useSynfin(numbersShownOf);
  if (position === 0) return <NoSegmentYet analysis={analysis} text={words.noSegment} />;
  const row = position - 1;
  const options = placeOptions(splitOptions(optionOctets(analysis.segments, row)));
  if (options.length === 0) return <p className="segment-title">{words.none}</p>;
  // A SACK block holds numbers of the other end.
  const peer = receiverAt(analysis, position);
  const formatSack = (number: number): string => formatSequenceNumber(analysis, peer, number, numbers);
  return (
    <dl className="options">
      {options.map(({ at, option }) => {
        const { name, text } = wordOption(option, words, formatSack);
        return (
          <div key={at}>
            <dt>
              {name}
              <span className="option-size">
                {words.kind(option.kind)}, {words.length(option.length)}
              </span>
            </dt>
            <dd>{text}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Each option with the octet at which it starts. */
function placeOptions(options: readonly RawOption[]): { at: number; option: RawOption }[] {
  let end = 0;
  return options.map((option) => {
    const at = end;
    end += option.length;
    return { at, option };
  });
}
