import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { veiledWords } from "./veiled.words.ts";

/** Says why a key that would show more than the class may see does nothing now. */
export function NotNow() {
  const predict = useWords(veiledWords);
  const isRefused = useSynfin(({ mode }) => "isRefused" in mode && mode.isRefused);
  return (
    <p className="class-card-text" role="status" hidden={!isRefused}>
      {isRefused && predict.notNow}
    </p>
  );
}
