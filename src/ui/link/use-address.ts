import "./embedded.css";
import { useCallback, useEffect, useRef, useState } from "react";
import { useMessages } from "../use-messages.ts";
import { useSynfinStore } from "../use-synfin.ts";

/** A capture elsewhere that the address asks for; null if none, or if the person has answered. */
export interface AskedCapture {
  readonly address: URL | null;
  readonly forget: () => void;
}

/** Does what the address asks for behind `#`. What can do so is loaded once an address asks for something. */
export function useAddress(): AskedCapture {
  const store = useSynfinStore();
  const { name } = useMessages().link;
  const [address, setAddress] = useState<URL | null>(null);
  // Another language is no reason to open anything again.
  const linkName = useRef(name);
  useEffect(() => {
    linkName.current = name;
  }, [name]);
  useEffect(() => {
    let isLeft = false;
    let leave = (): void => {};
    const begin = async (): Promise<void> => {
      if (window.location.hash === "") return;
      window.removeEventListener("hashchange", beginNow);
      const { obeyAddress } = await import("./obey-address.ts");
      if (!isLeft) leave = obeyAddress(store, () => linkName.current, setAddress);
    };
    const beginNow = (): void => void begin();
    window.addEventListener("hashchange", beginNow);
    beginNow();
    return () => {
      isLeft = true;
      window.removeEventListener("hashchange", beginNow);
      leave();
    };
  }, [store]);
  const forget = useCallback(() => setAddress(null), []);
  return { address, forget };
}
