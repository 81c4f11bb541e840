import { useEffect } from "react";
import { runPlayback } from "../store/run-playback.ts";
import { useSynfinStore } from "./use-synfin.ts";

/** Steps on as long as the playback runs. */
export function usePlayback(): void {
  const store = useSynfinStore();
  useEffect(() => runPlayback(store), [store]);
}
