import "./why.css";
import type { ReactNode } from "react";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { wordOutcome } from "../connections/word-outcome.ts";
import { formatCount, formatDuration, formatOctets } from "../figures.ts";
import { punctuation } from "../parts/punctuation.words.ts";
import { useEndpointText } from "../use-endpoint-text.ts";
import { useSynfin } from "../use-synfin.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { closingWords, guessWords, openingWords, outcomeSentences, overviewWords } from "./overview.words.ts";

/** The most segments that are listed: a SYN may be repeated ten thousand times. */
const MOST_FIRST = 12;
const MOST_LAST = 4;

/** The connection as a whole: how it opened and ended, and on which segments that rests. */
export function ConnectionOverview({ analysis }: { readonly analysis: ConnectionAnalysis }) {
  const words = useWords(overviewWords);
  const guesses = useWords(guessWords);
  const sentences = useWords(outcomeSentences);
  const openings = useWords(openingWords);
  const closings = useWords(closingWords);
  const { comma } = useWords(punctuation);
  const language = useLanguage();
  const nameOf = useEndpointText();
  const goTo = useSynfin((state) => state.goTo);
  const { connection, verdict } = analysis;
  const { outcome, startCaptured, evidence, opening, closing, firstCloser, payload, retransmissions } =
    verdict;
  const isLong = evidence.length > MOST_FIRST + MOST_LAST;
  const shown = isLong ? [...evidence.slice(0, MOST_FIRST), ...evidence.slice(-MOST_LAST)] : evidence;
  const guess = guesses[connection.roleBasis];
  const closedBy = firstCloser === null ? "" : comma + words.closedBy[firstCloser];
  return (
    <div className="why">
      <h3 className="segment-title">
        <span className="client">{nameOf(connection.client)}</span> →{" "}
        <span className="server">{nameOf(connection.server)}</span>
      </h3>
      <p>
        <strong>{words.sentence(wordOutcome(outcome, startCaptured, language))}</strong>
        {sentences[outcome]}
      </p>
      <dl className="overview">
        {evidence.length > 0 && (
          <Row name={words.evidence}>
            {shown.map((position) => (
              <button
                key={position}
                type="button"
                className="segment-link"
                aria-label={words.goTo(position)}
                onClick={() => goTo(position)}
              >
                {formatCount(position)}
              </button>
            ))}
            {isLong && (
              <span className="hint">{words.moreSegments(formatCount(evidence.length - shown.length))}</span>
            )}
          </Row>
        )}
        {guess !== null && <Row name={words.roles}>{words.guessed(guess)}</Row>}
        <Row name={words.opening}>{openings[opening]}</Row>
        <Row name={words.closing}>
          {closings[closing]}
          {closedBy}
        </Row>
        {verdict.handshakeRoundTrip && (
          <Row name={words.handshakeRoundTrip}>{formatDuration(verdict.handshakeRoundTrip.duration)}</Row>
        )}
        {verdict.openingTime && (
          <Row name={words.openingTime}>{formatDuration(verdict.openingTime.duration)}</Row>
        )}
        <Row name={words.duration}>
          {verdict.duration === null ? words.noTimes : formatDuration(verdict.duration)}
        </Row>
        <Row name={words.data}>
          {words.fromClient(formatOctets(payload.client))}
          {comma}
          {words.fromServer(formatOctets(payload.server))}
        </Row>
        {retransmissions.client + retransmissions.server > 0 && (
          <Row name={words.retransmissions}>
            {words.fromClient(formatCount(retransmissions.client))}
            {comma}
            {words.fromServer(formatCount(retransmissions.server))}
          </Row>
        )}
      </dl>
      <p className="hint">{words.hint}</p>
    </div>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
