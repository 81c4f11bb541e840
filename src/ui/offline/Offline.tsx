import { useEffect, useState } from "react";
import { useMessages } from "../use-messages.ts";
import { useSynfinStore } from "../use-synfin.ts";
import { keepOffline, type Loss, lossesOf } from "./keep-offline.ts";

/** Keeps the app on this machine, and says quietly if it cannot; a new version is offered, never forced. */
export function Offline() {
  const { offline: words } = useMessages();
  const store = useSynfinStore();
  const [takeOver, setTakeOver] = useState<(() => void) | null>(null);
  const [losses, setLosses] = useState<readonly Loss[]>(lossesOf);
  useEffect(
    () =>
      keepOffline({
        open: (files) => store.getState().openFiles(files),
        offerUpdate: (take) => setTakeOver(() => take),
        notKept: () => setLosses((others) => [...others, "notKept"]),
      }),
    [store],
  );
  return (
    <>
      {losses.length > 0 && (
        <div className="notice" role="status">
          {losses.map((loss) => (
            <p key={loss}>{words[loss]}</p>
          ))}
          <button type="button" className="button" onClick={() => setLosses([])}>
            {words.understood}
          </button>
        </div>
      )}
      {takeOver && (
        <div className="notice" role="status">
          <p>{words.newVersion}</p>
          <button type="button" className="button" onClick={takeOver}>
            {words.reload}
          </button>
          <button type="button" className="button" onClick={() => setTakeOver(null)}>
            {words.later}
          </button>
        </div>
      )}
    </>
  );
}
