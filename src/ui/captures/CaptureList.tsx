import { laterPart } from "../parts/later-part.tsx";
import { useSynfin } from "../use-synfin.ts";

const Captures = laterPart(async () => (await import("./Captures.tsx")).Captures);

/** The files to choose from; nothing if there is only one. */
export function CaptureList() {
  const choice = useSynfin((state) => state.choice);
  return choice && <Captures choice={choice} />;
}
