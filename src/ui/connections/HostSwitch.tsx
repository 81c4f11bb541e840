import { Switch } from "../parts/Switch.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** Switches between addresses and names; only for captures that give names to addresses. */
export function HostSwitch() {
  const { hosts: words } = useMessages();
  const hosts = useSynfin((state) => state.hosts);
  const showHosts = useSynfin((state) => state.showHosts);
  return (
    <Switch
      label={words.label}
      choices={(["addresses", "names"] as const).map((id) => ({
        id,
        label: words.names[id],
        hint: words.hints[id],
      }))}
      chosen={hosts}
      onChoose={showHosts}
    />
  );
}
