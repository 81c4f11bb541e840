import "./embedded.css";
import { useCallback, useEffect, useRef, useState } from "react";
import { viewIn } from "../../store/link-text.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfinStore } from "../use-synfin.ts";
import { addressAskedFor, FETCHING_PAGE } from "./fetch-capture.ts";
import { followAddress } from "./follow-address.ts";

/** A capture elsewhere that the address asks for; null if none, or if the person has answered. */
export interface AskedCapture {
  readonly address: URL | null;
  readonly forget: () => void;
}

/** Opens what the address asks for behind `#`; a page that is embedded by a link keeps quiet. */
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
    const keepQuiet = (): void => {
      const isEmbedded = viewIn(window.location.hash).view === "embed";
      document.documentElement.toggleAttribute("data-embedded", isEmbedded);
    };
    keepQuiet();
    window.addEventListener("hashchange", keepQuiet);
    const leave = followAddress(store, window, {
      linkName: () => linkName.current,
      openExample: (wanted) => store.getState().openExample(wanted),
      askForCapture: (fragment) => {
        const asked = addressAskedFor(fragment);
        if (asked === null) return false;
        if (import.meta.env.DEV || window.location.pathname.endsWith(FETCHING_PAGE)) setAddress(asked);
        else
          window.location.replace(new URL(`${FETCHING_PAGE}${window.location.hash}`, window.location.href));
        return true;
      },
    });
    return () => {
      window.removeEventListener("hashchange", keepQuiet);
      leave();
    };
  }, [store]);
  const forget = useCallback(() => setAddress(null), []);
  return { address, forget };
}
