import "./offline.css";
import { useEffect, useState } from "react";
import { useMessages } from "../use-messages.ts";
import { useSynfinStore } from "../use-synfin.ts";
import { keepOffline } from "./keep-offline.ts";

/** Keeps the app on this machine; says quietly when a new version is there, and leaves it to the person. */
export function Offline() {
  const { offline: words } = useMessages();
  const store = useSynfinStore();
  const [takeOver, setTakeOver] = useState<(() => void) | null>(null);
  useEffect(
    () =>
      keepOffline({
        open: (files) => store.getState().openFiles(files),
        offerUpdate: (take) => setTakeOver(() => take),
      }),
    [store],
  );
  if (takeOver === null) return null;
  return (
    <div className="update-offer" role="status">
      <p>{words.newVersion}</p>
      <button type="button" className="button" onClick={takeOver}>
        {words.reload}
      </button>
      <button type="button" className="button" onClick={() => setTakeOver(null)}>
        {words.later}
      </button>
    </div>
  );
}
