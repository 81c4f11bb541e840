import { useContext, useState } from "react";
import { notesOf } from "../../store/notes/notes.ts";
import type { LinkReduction } from "../../store/opened-capture.ts";
import "./share.css";
import { analysisOf, captureOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { Choice } from "../parts/Choice.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { useEndpointText } from "../use-endpoint-text.ts";
import { useSynfin } from "../use-synfin.ts";
import { ViewsContext } from "../use-views.ts";
import { useWords } from "../use-words.ts";
import { LanguageContext } from "../use-words.ts";
import { wordsIn } from "../words.ts";
import { LeaveOut } from "./LeaveOut.tsx";
import { LinkMade } from "./LinkMade.tsx";
import { shareWords } from "./share.words.ts";
import { useLink } from "./use-link.ts";

const LONGEST_TITLE = 100;

/** Makes a link to the connection on screen. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const share = useWords(shareWords);
  const analysis = useSynfin(analysisOf);
  return (
    <Dialog className="share" title={share.title} close={share.close} onClose={onClose}>
      {analysis && <ShareForm analysis={analysis} />}
    </Dialog>
  );
}

function ShareForm({ analysis }: { readonly analysis: ConnectionAnalysis }) {
  const share = useWords(shareWords);
  const position = useSynfin((state) => state.position);
  const capture = useSynfin(captureOf);
  const opened = capture?.link ?? null;
  // The link to a run holds its script, which names no host.
  const isRun = capture !== null && capture.run !== null;
  const notes = useSynfin((state) => notesOf(state, capture, analysis));
  const [title, setTitle] = useState(opened?.title ?? "");
  const [isAnonymous, setAnonymous] = useState(true);
  const [hidesPorts, setHidesPorts] = useState(false);
  const [opensHere, setOpensHere] = useState(position > 0);
  const [opening, setOpening] = useState<string | null>(null);
  const [reduction, setReduction] = useState<LinkReduction>({ kind: "none" });
  const { length } = analysis.segments;
  const wish = { isAnonymous, hidesPorts: isAnonymous && hidesPorts, title, notes, reduction };
  const link = useLink(wish);
  // If segments are left out, positions change, so the link does not name one.
  const canOpenHere = position > 0 && (reduction.kind === "none" || reduction.kind === "options");
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <p>{isRun ? share.containsScript : share.contains(length - (link?.folded ?? 0))}</p>
      {!isRun && <Ends analysis={analysis} isAnonymous={isAnonymous} hidesPorts={hidesPorts} />}
      <div className="share-choices">
        {!isRun && <Tick label={share.anonymous} isChosen={isAnonymous} onChoose={setAnonymous} />}
        {!isRun && isAnonymous && (
          <Tick label={share.hidePorts} isChosen={hidesPorts} onChoose={setHidesPorts} />
        )}
        {canOpenHere && <Tick label={share.here(position)} isChosen={opensHere} onChoose={setOpensHere} />}
      </div>
      <OpeningChoice opening={opening} onChoose={setOpening} />
      <label className="share-title">
        {share.name}
        <input
          type="text"
          value={title}
          maxLength={LONGEST_TITLE}
          placeholder={share.namePlaceholder}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
      </label>
      {!isRun && <LeaveOut wish={wish} segments={length} onChoose={setReduction} />}
      <LinkMade link={link} title={title} step={canOpenHere && opensHere ? position : 0} opening={opening} />
    </form>
  );
}

interface OpeningChoiceProps {
  /** The view with which the link opens; null: as any connection. */
  readonly opening: string | null;
  readonly onChoose: (opening: string | null) => void;
}

function OpeningChoice({ opening, onChoose }: OpeningChoiceProps) {
  const share = useWords(shareWords);
  const language = useContext(LanguageContext);
  const views = useContext(ViewsContext);
  const openings = views.flatMap(({ view: { link } }) =>
    link ? [{ value: link.view, label: wordsIn(link.words, language).opens }] : [],
  );
  return (
    <label>
      {share.opensAs}
      <Choice
        label={share.opensAs}
        options={[{ value: "", label: share.asPage }, ...openings]}
        chosen={opening ?? ""}
        onChoose={(chosen) => onChoose(chosen === "" ? null : chosen)}
      />
    </label>
  );
}

interface EndsProps {
  readonly analysis: ConnectionAnalysis;
  readonly isAnonymous: boolean;
  readonly hidesPorts: boolean;
}

/** What the link reveals of the two hosts. */
function Ends({ analysis: { connection }, isAnonymous, hidesPorts }: EndsProps) {
  const share = useWords(shareWords);
  const text = useEndpointText();
  if (!isAnonymous) return <p>{share.addressesKept(text(connection.client), text(connection.server))}</p>;
  if (hidesPorts) return <p>{share.portsReplaced}</p>;
  return <p>{share.addressesReplaced(String(connection.client.port), String(connection.server.port))}</p>;
}

interface TickProps {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function Tick({ label, isChosen, onChoose }: TickProps) {
  return (
    <label>
      <input
        type="checkbox"
        checked={isChosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
      />
      {label}
    </label>
  );
}
