import { segmentColourClass } from "../../diagram/sequence/segment-colour.ts";
import type { ConnectionSummary } from "../../store/opened-capture.ts";

type Ticks = ConnectionSummary["fingerprint"];

/** Across one tick, and the most that a summary holds. */
const PITCH = 3;
const MOST_TICKS = 24;
const WIDTH = PITCH * MOST_TICKS;
const HEIGHT = 16;

/** The exchange at a glance: a tick a segment, up from the client, down from the server. */
export function Fingerprint({ ticks }: { readonly ticks: Ticks }) {
  return (
    <svg className="fingerprint" width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
      <path className="axis" d={`M0 ${HEIGHT / 2}h${PITCH * ticks.length}`} />
      {tickPaths(ticks).map(([colourClass, path]) => (
        <path key={colourClass} className={colourClass} d={path} />
      ))}
    </svg>
  );
}

/** The ticks of each colour as one path. */
function tickPaths(ticks: Ticks): [colourClass: string, path: string][] {
  const paths = new Map<string, string>();
  ticks.forEach(({ flags, fromClient, hasData }, i) => {
    const colourClass = segmentColourClass(flags, hasData);
    const tick = `M${i * PITCH + 1} ${HEIGHT / 2}v${(fromClient ? -1 : 1) * (hasData ? 7 : 5)}`;
    paths.set(colourClass, (paths.get(colourClass) ?? "") + tick);
  });
  return [...paths];
}
