import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** Why a key that shows more than the class may see does nothing now. */
export function NotNow() {
  const { coverage, compare } = useMessages();
  const notNow = useSynfin((state) => state.notNow);
  return (
    <p className="class-card-text" role="status" hidden={notNow === null}>
      {notNow === "coverage" && coverage.notNow}
      {notNow === "comparison" && compare.notNow}
    </p>
  );
}
