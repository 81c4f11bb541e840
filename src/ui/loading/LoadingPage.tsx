import "./loading.css";
import type { Reading } from "../../store/synfin-store.ts";
import { formatOctets } from "../figures.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** How far reading is: octets read of octets there are. */
export function LoadingPage({ reading: { name, read } }: { readonly reading: Reading }) {
  const { loading } = useMessages();
  const cancel = useSynfin((state) => state.cancelOpening);
  return (
    <div className="loading">
      <h2>{loading.title(name)}</h2>
      <progress
        aria-label={loading.title(name)}
        value={read?.bytesRead ?? 0}
        max={Math.max(1, read?.bytesTotal ?? 1)}
      />
      <p>
        <span>{read && loading.bytes(formatOctets(read.bytesRead), formatOctets(read.bytesTotal))}</span>
        <span>{read && loading.found(read.segments, read.connections)}</span>
      </p>
      <button type="button" className="button" onClick={cancel}>
        {loading.cancel}
      </button>
    </div>
  );
}
