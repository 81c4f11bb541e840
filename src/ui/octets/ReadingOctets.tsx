import { formatOctets } from "../figures.ts";
import { useMessages } from "../use-messages.ts";
import { useWords } from "../use-words.ts";
import { octetsWords } from "./octets.words.ts";

interface ReadingOctetsProps {
  readonly read: number;
  readonly total: number;
  readonly onStop: () => void;
}

/** How far reading the file once more has come, and the way to give it up. */
export function ReadingOctets({ read, total, onStop }: ReadingOctetsProps) {
  const words = useWords(octetsWords);
  const { loading } = useMessages();
  return (
    <div className="reading-octets" role="status">
      <progress aria-label={words.reading} value={read} max={Math.max(1, total)} />
      <span>{total === 0 ? words.reading : loading.bytes(formatOctets(read), formatOctets(total))}</span>
      <button type="button" className="button" onClick={onStop}>
        {words.stop}
      </button>
    </div>
  );
}
