import { useState } from "react";
import { notesOf } from "../../store/notes/notes.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import "./export.css";
import { analysisOf, captureOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { laterPart } from "../parts/later-part.tsx";
import { diagramWords } from "../sequence-diagram/diagram.words.ts";
import { useEndpointText } from "../use-endpoint-text.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { exportWords } from "./export.words.ts";
import { fileName } from "./file-name.ts";
import { exported, fileKind, type Form, FORMS, holdsList } from "./forms.ts";
import { saveFile } from "./save-file.ts";

const PacketExport = laterPart(async () => (await import("./PacketExport.tsx")).PacketExport);
const Worksheet = laterPart(async () => (await import("./worksheet/Worksheet.tsx")).Worksheet);
const PictureList = laterPart(async () => (await import("./PictureList.tsx")).PictureList);

/** Exports of the connection on screen, to save or to copy. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(exportWords);
  const capture = useSynfin(captureOf);
  const analysis = useSynfin(analysisOf);
  return (
    <Dialog className="export" title={words.title} close={words.close} onClose={onClose}>
      {capture && analysis && <FormList capture={capture} analysis={analysis} />}
      <p className="export-note">{words.stays}</p>
    </Dialog>
  );
}

interface FormListProps {
  readonly capture: OpenedCapture;
  readonly analysis: ConnectionAnalysis;
}

function FormList({ capture, analysis }: FormListProps) {
  const diagram = useWords(diagramWords);
  const words = useWords(exportWords);
  const endpointText = useEndpointText();
  const listed = useSynfin((state) => state.listed);
  const own = useSynfin(({ told }) => (told?.connection === analysis.connection.id ? told.told.own : null));
  const notes = useSynfin((state) => notesOf(state, capture, analysis));
  const [said, setSaid] = useState("");
  const { client, server } = analysis.connection;
  const make = (form: Form) =>
    exported(form, {
      capture,
      listed,
      analysis,
      own,
      notes,
      table: { ...words.table, or: diagram.or },
      endpointText,
    });
  const save = (form: Form): void => {
    const content = make(form);
    if (content === null) return setSaid(words.untold);
    const { ending, type } = fileKind(form, { capture, notes });
    const name = fileName(capture.name, holdsList(form) ? [] : [client, server], ending);
    saveFile(name, content, type);
    return setSaid(words.saved(name));
  };
  const copy = async (form: Form): Promise<void> => {
    try {
      await navigator.clipboard.writeText(String(make(form)));
      setSaid(words.copied(words.forms[form].name));
    } catch {
      setSaid(words.forbidden);
    }
  };
  return (
    <>
      <PictureList capture={capture} analysis={analysis} onSaid={setSaid} />
      <Worksheet capture={capture} analysis={analysis} onSaid={setSaid} />
      <ul className="export-forms">
        {FORMS.map((form) => (
          <li key={form}>
            <div>
              <h3>{words.forms[form].name}</h3>
              <p>{words.forms[form].text}</p>
            </div>
            <button
              type="button"
              className="button"
              aria-label={words.saveAs(words.forms[form].name)}
              onClick={() => save(form)}
            >
              {words.save}
            </button>
            {form !== "pcap" && (
              <button
                type="button"
                className="button"
                aria-label={words.copyAs(words.forms[form].name)}
                onClick={() => void copy(form)}
              >
                {words.copy}
              </button>
            )}
          </li>
        ))}
      </ul>
      <PacketExport capture={capture} connection={analysis.connection.id} onSaid={setSaid} />
      <p className="export-said" aria-live="polite">
        {said}
      </p>
    </>
  );
}
