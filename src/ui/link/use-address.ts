import "./embedded.css";
import { useEffect, useRef } from "react";
import { viewIn } from "../../store/link-text.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfinStore } from "../use-synfin.ts";
import { followAddress } from "./follow-address.ts";

/** Opens what the address asks for behind `#`; a page that is embedded by a link keeps quiet. */
export function useAddress(): void {
  const store = useSynfinStore();
  const { name } = useMessages().link;
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
    });
    return () => {
      window.removeEventListener("hashchange", keepQuiet);
      leave();
    };
  }, [store]);
}
