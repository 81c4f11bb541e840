import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** Why a key that shows more than the class may see does nothing now. */
export function NotNow() {
  const { predict } = useMessages();
  const isRefused = useSynfin(({ mode }) => "isRefused" in mode && mode.isRefused);
  return (
    <p className="class-card-text" role="status" hidden={!isRefused}>
      {isRefused && predict.notNow}
    </p>
  );
}
