import "./share.css";
import { useState } from "react";
import type { LinkReduction } from "../../store/opened-capture.ts";
import { analysisOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useEndpointText } from "../use-endpoint-text.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { LeaveOut } from "./LeaveOut.tsx";
import { LinkMade } from "./LinkMade.tsx";
import { useLink } from "./use-link.ts";

const LONGEST_TITLE = 100;

/** Makes a link to the connection on screen. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { share } = useMessages();
  const analysis = useSynfin(analysisOf);
  return (
    <Dialog className="share" title={share.title} close={share.close} onClose={onClose}>
      {analysis && <ShareForm analysis={analysis} />}
    </Dialog>
  );
}

function ShareForm({ analysis }: { readonly analysis: ConnectionAnalysis }) {
  const { share } = useMessages();
  const position = useSynfin((state) => state.position);
  const opened = useSynfin(({ capture }) => (capture.kind === "ready" ? capture.value.link : null));
  const [title, setTitle] = useState(opened?.title ?? "");
  const [isAnonymous, setAnonymous] = useState(true);
  const [hidesPorts, setHidesPorts] = useState(false);
  const [opensHere, setOpensHere] = useState(position > 0);
  const [opening, setOpening] = useState<Opening>("page");
  const [reduction, setReduction] = useState<LinkReduction>({ kind: "none" });
  const { length } = analysis.segments;
  const wish = { isAnonymous, hidesPorts: isAnonymous && hidesPorts, title, reduction };
  const link = useLink(wish);
  // If segments are left out, positions change, so the link does not name one.
  const canOpenHere = position > 0 && (reduction.kind === "none" || reduction.kind === "options");
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <p>{share.contains(length - (link?.folded ?? 0))}</p>
      <Ends analysis={analysis} isAnonymous={isAnonymous} hidesPorts={hidesPorts} />
      <div className="share-choices">
        <Choice label={share.anonymous} isChosen={isAnonymous} onChoose={setAnonymous} />
        {isAnonymous && <Choice label={share.hidePorts} isChosen={hidesPorts} onChoose={setHidesPorts} />}
        {canOpenHere && <Choice label={share.here(position)} isChosen={opensHere} onChoose={setOpensHere} />}
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
      <LeaveOut wish={wish} segments={length} onChoose={setReduction} />
      <LinkMade
        link={link}
        title={title}
        step={canOpenHere && opensHere ? position : 0}
        {...(opening !== "page" && { opening })}
      />
    </form>
  );
}

/** How a link opens: as any connection, for the projector, or to predict the rest. */
const OPENINGS = ["page", "present", "predict"] as const;
type Opening = (typeof OPENINGS)[number];

interface OpeningChoiceProps {
  readonly opening: Opening;
  readonly onChoose: (opening: Opening) => void;
}

function OpeningChoice({ opening, onChoose }: OpeningChoiceProps) {
  const { share } = useMessages();
  return (
    <label>
      {share.opensAs}
      <select
        className="button"
        value={opening}
        onChange={({ currentTarget }) =>
          onChoose(OPENINGS.find((each) => each === currentTarget.value) ?? "page")
        }
      >
        {OPENINGS.map((each) => (
          <option key={each} value={each}>
            {share.openings[each]}
          </option>
        ))}
      </select>
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
  const { share } = useMessages();
  const text = useEndpointText();
  if (!isAnonymous) return <p>{share.addressesKept(text(connection.client), text(connection.server))}</p>;
  if (hidesPorts) return <p>{share.portsReplaced}</p>;
  return <p>{share.addressesReplaced(String(connection.client.port), String(connection.server.port))}</p>;
}

interface ChoiceProps {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function Choice({ label, isChosen, onChoose }: ChoiceProps) {
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
