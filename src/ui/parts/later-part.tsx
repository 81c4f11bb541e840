import { type ComponentType, type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { nextTurn } from "../../base/turns.ts";
import { wordsOfPart } from "../messages/load-messages.ts";

interface Arrival {
  /** Called once it is on screen. */
  readonly onDrawn?: () => void;
  /** Called if it cannot be loaded; the next drawing tries again. `LostParts` says so on the page. */
  readonly onMissing?: () => void;
}

/** A component that is loaded when it is first drawn, or before, when `preload` is called. */
export type LaterPart<Props> = ComponentType<Props & Arrival> & {
  /** Loads it; if that fails, it is tried again when it is drawn. */
  readonly preload: () => void;
};

/**
 * A part of the page that is loaded when it is first drawn.
 * @param load rejects without network and without a copy on this machine
 * @param meanwhile is drawn in its place until then
 */
export function laterPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): LaterPart<Props> {
  let loaded: ComponentType<Props> | null = null;
  const take = async (): Promise<void> => {
    const part = loaded ?? (await load());
    await wordsOfPart();
    loaded = part;
  };
  function Part({ onDrawn, onMissing, ...props }: Props & Arrival) {
    const [, setTried] = useState(false);
    const isHere = loaded !== null;
    const tellDrawn = useEffectEvent(() => onDrawn?.());
    const tellMissing = useEffectEvent(() => onMissing?.());
    useEffect(() => {
      if (isHere) {
        tellDrawn();
        return undefined;
      }
      let isWanted = true;
      // Asking for a part takes milliseconds, which are not to lengthen the task that draws.
      const arrival = nextTurn().then(take);
      arrival.then(
        () => isWanted && setTried(true),
        () => isWanted && tellMissing(),
      );
      return () => {
        isWanted = false;
      };
    }, [isHere]);
    const Loaded = loaded;
    // Without the two above: a part whose own properties stay is not drawn again.
    return Loaded === null ? meanwhile : <Loaded {...(props as unknown as Props)} />;
  }
  return Object.assign(Part, { preload: () => void take().catch(() => undefined) });
}
