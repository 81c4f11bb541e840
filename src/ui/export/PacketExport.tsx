import { useState } from "react";
import type { OpenedCapture, PacketFile } from "../../store/opened-capture.ts";
import { octetsWords } from "../octets/octets.words.ts";
import { ReadingOctets } from "../octets/ReadingOctets.tsx";
import { useOctets } from "../octets/use-octets.ts";
import { Switch } from "../parts/Switch.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { fileName } from "./file-name.ts";
import { packetsWords } from "./packets.words.ts";
import { saveFile } from "./save-file.ts";

interface PacketExportProps {
  readonly capture: OpenedCapture;
  readonly connection: number;
  readonly onSaid: (said: string) => void;
}

type Scope = "one" | "picked" | "listed";

/** Saves the packets of some connections out of the file; nothing where there is no file. */
export function PacketExport({ capture, connection, onSaid }: PacketExportProps) {
  const words = useWords(packetsWords);
  const picked = useSynfin((state) => state.picked);
  const listed = useSynfin((state) => state.listed);
  const [of, setScope] = useState<Scope>(picked.length > 0 ? "picked" : "one");
  const [data, setData] = useState<"headers" | "whole">("headers");
  const [addresses, setAddresses] = useState<"kept" | "replaced">("kept");
  const [tries, setTries] = useState(0);
  if (capture.link !== null || capture.format === "text") return null;
  const chosen = (): Uint32Array => {
    if (of === "one") return Uint32Array.of(connection);
    if (of === "picked") return Uint32Array.from(picked);
    return Uint32Array.from([...listed].map(({ id }) => id));
  };
  const scope = (id: Scope, label: string, isIdle = false) => ({ id, label, hint: label, isIdle });
  const scopes = [
    scope("one", words.one),
    scope("picked", words.picked(picked.length), picked.length === 0),
    scope("listed", words.listed(listed.length), listed.length === 0),
  ];
  return (
    <section className="export-packets" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p>{addresses === "kept" ? words.text : words.rebuilt}</p>
      <div className="export-packet-choices">
        <Switch label={words.of} choices={scopes} chosen={of} onChoose={setScope} />
        <Switch
          label={words.how}
          choices={(["headers", "whole"] as const).map((id) => ({ id, label: words[id], hint: words[id] }))}
          chosen={data}
          onChoose={setData}
        />
        <Switch
          label={words.addresses}
          choices={(["kept", "replaced"] as const).map((id) => ({ id, label: words[id], hint: words[id] }))}
          chosen={addresses}
          onChoose={setAddresses}
        />
        <button type="button" className="button" onClick={() => setTries(tries + 1)}>
          {words.save}
        </button>
      </div>
      {data === "whole" && <p>{words.careful}</p>}
      {tries > 0 && (
        <Saving
          key={tries}
          name={capture.name}
          chosen={chosen}
          isWhole={data === "whole"}
          isAnonymous={addresses === "replaced"}
          onSaid={onSaid}
        />
      )}
    </section>
  );
}

interface SavingProps {
  readonly name: string;
  readonly chosen: () => Uint32Array;
  readonly isWhole: boolean;
  readonly isAnonymous: boolean;
  readonly onSaid: (said: string) => void;
}

/** Reads the packets and saves them, once. */
function Saving({ name, chosen, isWhole, isAnonymous, onSaid }: SavingProps) {
  const words = useWords(packetsWords);
  const reading = useWords(octetsWords);
  const ask = useSynfin((state) => state.ask);
  const request = async (): Promise<Awaited<ReturnType<typeof asked>>> => {
    const answer = await asked();
    if (answer && "file" in answer) onSaid(saved(answer));
    return answer;
  };
  const asked = () => ask("packets", chosen(), { isWhole, isAnonymous });
  const saved = ({ file, ending, packets }: PacketFile): string => {
    const to = fileName(name, [], `packets.${ending}`);
    saveFile(to, file, "application/vnd.tcpdump.pcap");
    return words.saved(packets, to);
  };
  const { octets, stop } = useOctets("once", request);
  if (octets.kind === "reading") return <ReadingOctets {...octets} onStop={stop} />;
  return octets.kind === "obstacle" ? <p role="status">{reading[octets.obstacle]}</p> : null;
}
