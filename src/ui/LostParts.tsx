import { useEffect, useState } from "react";
import { useMessages } from "./use-messages.ts";

/** Says when a part of the page cannot be loaded; what needs that part does nothing then. */
export function LostParts() {
  const { offline: words } = useMessages();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    const tell = (): void => setMissing(true);
    // The event that the build fires when an `import()` fails.
    window.addEventListener("vite:preloadError", tell);
    return () => window.removeEventListener("vite:preloadError", tell);
  }, []);
  if (!isMissing) return null;
  return (
    <div className="notice" role="alert">
      <p>{words.partMissing}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {words.reload}
      </button>
      <button type="button" className="button" onClick={() => setMissing(false)}>
        {words.later}
      </button>
    </div>
  );
}
