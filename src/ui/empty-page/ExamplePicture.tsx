import { segmentColourClass } from "../../diagram/sequence/segment-colour.ts";

export interface PictureSegment {
  readonly fromClient: boolean;
  readonly flags: number;
  readonly hasData: boolean;
  readonly isLost: boolean;
}

const WIDTH = 120;
const HEIGHT = 132;
const LEFT = 14;
const RIGHT = WIDTH - LEFT;
const TOP = 10;
const SLANT = 5;

/** A sequence diagram without words, as small as a stamp. */
export function ExamplePicture({ segments }: { readonly segments: readonly PictureSegment[] }) {
  const step = Math.min(10, (HEIGHT - 2 * TOP - SLANT) / segments.length);
  const top = (HEIGHT - SLANT - step * (segments.length - 1)) / 2;
  return (
    <svg className="example-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <path className="client-line" d={`M${LEFT} 4V${HEIGHT - 4}`} />
      <path className="server-line" d={`M${RIGHT} 4V${HEIGHT - 4}`} />
      {segments
        .map((segment, row) => ({ segment, y: top + row * step }))
        .map(({ segment, y }) => (
          <path
            key={y}
            className={`arrow ${segmentColourClass(segment.flags, segment.hasData)}`}
            d={arrowPath(segment, y)}
          />
        ))}
    </svg>
  );
}

function arrowPath({ fromClient, isLost }: PictureSegment, y: number): string {
  const from = fromClient ? LEFT + 3 : RIGHT - 3;
  const to = isLost ? WIDTH / 2 : fromClient ? RIGHT - 3 : LEFT + 3;
  const down = isLost ? SLANT / 2 : SLANT;
  const line = `M${from} ${y}L${to} ${y + down}`;
  if (isLost) return `${line}m-3 -3l6 6m0 -6l-6 6`;
  const back = fromClient ? -5 : 5;
  return `${line}m${back} -3.5L${to} ${y + down}l${back} 2.5`;
}
