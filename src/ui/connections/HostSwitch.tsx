import type { HostForm } from "../../store/synfin-store.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

const HOST_FORMS: readonly HostForm[] = ["addresses", "names"];

/** Addresses or names; only for captures that give names to addresses. */
export function HostSwitch() {
  const { hosts: words } = useMessages();
  const hosts = useSynfin((state) => state.hosts);
  const showHosts = useSynfin((state) => state.showHosts);
  return (
    <div className="switch host-switch" role="group" aria-label={words.label}>
      {HOST_FORMS.map((form) => (
        <button
          key={form}
          type="button"
          aria-pressed={hosts === form}
          title={words.hints[form]}
          onClick={() => showHosts(form)}
        >
          {words.names[form]}
        </button>
      ))}
    </div>
  );
}
