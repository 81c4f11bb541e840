import { type ComponentType, type ReactNode, useEffect, useEffectEvent, useState } from "react";

interface Absence {
  /** Called if it cannot be loaded; drawn anew, it is tried again. `LostParts` tells the person. */
  readonly onMissing?: () => void;
}

/**
 * A part of the page that is loaded when it is first drawn.
 * @param load rejects where there is no network and no copy on this machine
 * @param meanwhile stands in its place until then
 */
export function laterPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props & Absence> {
  let loaded: ComponentType<Props> | null = null;
  return function LaterPart(props: Props & Absence) {
    const [, setTried] = useState(false);
    const tell = useEffectEvent(() => props.onMissing?.());
    useEffect(() => {
      let isWanted = loaded === null;
      if (!isWanted) return undefined;
      const take = async (): Promise<void> => {
        try {
          loaded = await load();
          if (isWanted) setTried(true);
        } catch {
          if (isWanted) tell();
        }
      };
      void take();
      return () => {
        isWanted = false;
      };
    }, []);
    const Part = loaded;
    return Part === null ? meanwhile : <Part {...props} />;
  };
}
