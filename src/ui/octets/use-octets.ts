import { useEffect, useEffectEvent, useState } from "react";
import type { OctetsObstacle } from "../../store/opened-capture.ts";
import { useSynfin } from "../use-synfin.ts";

/** How often the page asks how far reading has come; milliseconds. */
const LOOK_AGAIN = 200;

type Octets<Answer> =
  | { readonly kind: "reading"; readonly read: number; readonly total: number }
  | { readonly kind: "obstacle"; readonly obstacle: OctetsObstacle["obstacle"] }
  | { readonly kind: "read"; readonly answer: Answer };

const BEGINNING = { kind: "reading", read: 0, total: 0 } as const;

/**
 * Asks for octets of the file.
 * @param ask is called again for each other `key`; null: not yet
 */
export function useOctets<Answer extends object>(
  key: string,
  ask: (() => Promise<Answer | OctetsObstacle | null>) | null,
): { readonly octets: Octets<Answer>; readonly stop: () => void; readonly again: () => void } {
  const askWorker = useSynfin((state) => state.ask);
  const [tries, setTries] = useState(0);
  const wish = ask === null ? null : `${key} ${tries}`;
  const [known, setKnown] = useState<{ readonly wish: string | null; readonly octets: Octets<Answer> }>({
    wish,
    octets: BEGINNING,
  });
  const request = useEffectEvent(async () => {
    try {
      return (await ask?.()) ?? null;
    } catch {
      // The worker died; the page says so when it next needs it.
      return { obstacle: "stopped" } as const;
    }
  });
  useEffect(() => {
    if (wish === null) return undefined;
    let isOver = false;
    const tell = (octets: Octets<Answer>): void => {
      if (!isOver) setKnown({ wish, octets });
    };
    const look = async (): Promise<void> => {
      const progress = await askWorker("octetsRead", false).catch(() => null);
      if (progress) tell({ kind: "reading", ...progress });
    };
    const timer = setInterval(() => void look(), LOOK_AGAIN);
    const take = async (): Promise<void> => {
      const answer = await request();
      clearInterval(timer);
      if (answer === null) return;
      tell("obstacle" in answer ? { kind: "obstacle", ...answer } : { kind: "read", answer });
      isOver = true;
    };
    void take();
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [wish, askWorker]);
  return {
    octets: known.wish === wish ? known.octets : BEGINNING,
    stop: () => void askWorker("octetsRead", true).catch(() => null),
    again: () => setTries((count) => count + 1),
  };
}
