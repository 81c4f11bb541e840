import { useEffect, useState } from "react";
import { useMessages } from "../use-messages.ts";

/** Says whether there is a copy of the app on this machine; nothing until that is known. */
export function KeptHere() {
  const { offline: words } = useMessages();
  const [found, setFound] = useState<"kept" | "notKept" | "insecure" | null>(null);
  useEffect(() => {
    let isWanted = true;
    void look().then((kept) => isWanted && setFound(kept));
    return () => {
      isWanted = false;
    };
  }, []);
  return found && <p>{words[found]}</p>;
}

async function look(): Promise<"kept" | "notKept" | "insecure"> {
  if (!window.isSecureContext) return "insecure";
  try {
    return (await navigator.serviceWorker.getRegistration())?.active ? "kept" : "notKept";
  } catch {
    return "notKept";
  }
}
