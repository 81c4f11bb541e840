import { useEffect, useMemo, useState } from "react";
import { takeTurns } from "../../../base/turns.ts";
import { type Lifetimes, lifetimesInSteps, lifetimesOf } from "../../../diagram/overview/lifetimes.ts";
import type { ConnectionLines } from "../../../store/opened-capture.ts";

/** At most this many are taken without turns. */
const FEW = 50_000;

/** The lifetimes of the connections; for many connections they are made in turns, and null until then. */
export function useLifetimes(connections: ConnectionLines): Lifetimes | null {
  const few = useMemo(() => (connections.length <= FEW ? lifetimesOf(connections) : null), [connections]);
  const [taken, setTaken] = useState<{ readonly of: ConnectionLines; readonly lifetimes: Lifetimes } | null>(
    null,
  );
  useEffect(() => {
    if (connections.length <= FEW) return undefined;
    let isLeft = false;
    const take = async (): Promise<void> => {
      const lifetimes = await takeTurns(lifetimesInSteps(connections), { isLeft: () => isLeft });
      if (lifetimes) setTaken({ of: connections, lifetimes });
    };
    void take();
    return () => {
      isLeft = true;
    };
  }, [connections]);
  return few ?? (taken?.of === connections ? taken.lifetimes : null);
}
