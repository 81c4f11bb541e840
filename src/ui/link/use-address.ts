import "./embedded.css";
import { useCallback, useContext, useEffect, useRef, useState } from "react";
import { ExampleNamesContext } from "../use-example-titles.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfinStore } from "../use-synfin.ts";

/** What the address asks for beside what it opens. */
export interface AskedByAddress {
  /** A capture on another host; null if none, or if the person has answered. */
  readonly address: URL | null;
  /** The address of the full page, if this one is embedded quietly; otherwise null. */
  readonly fullPage: string | null;
  readonly forget: () => void;
}

/** Does what the address asks for behind `#`. The code for it is loaded once an address asks for something. */
export function useAddress(): AskedByAddress {
  const store = useSynfinStore();
  const examples = useContext(ExampleNamesContext);
  const { sharedConnection: name } = useMessages().app;
  const [address, setAddress] = useState<URL | null>(null);
  const [fullPage, setFullPage] = useState<string | null>(null);
  // A change of language must not open anything again.
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
      if (!isLeft) leave = obeyAddress(store, examples, () => linkName.current, setAddress, setFullPage);
    };
    const beginNow = (): void => void begin();
    window.addEventListener("hashchange", beginNow);
    beginNow();
    return () => {
      isLeft = true;
      window.removeEventListener("hashchange", beginNow);
      leave();
    };
  }, [store, examples]);
  const forget = useCallback(() => setAddress(null), []);
  return { address, fullPage, forget };
}
