import type { OpenedMerge } from "../../store/opened-capture.ts";
import { useEndpointText } from "../use-endpoint-text.ts";
import { useWords } from "../use-words.ts";
import { merging } from "./merge.words.ts";

/** The connections that only one of the two captures holds, by their ends. */
export function AloneList({ names, alone }: Pick<OpenedMerge, "names" | "alone">) {
  const words = useWords(merging);
  const textOf = useEndpointText();
  return alone.map(({ count, first }, witness) => {
    if (count === 0) return null;
    return (
      <details className="merge-alone" key={names[witness]}>
        <summary>{words.alone(count, names[witness] ?? "")}</summary>
        <ul>
          {first.map(({ id, client, server }) => (
            <li key={id}>{`${textOf(client)} → ${textOf(server)}`}</li>
          ))}
          {count > first.length && <li>{words.moreAlone(count - first.length)}</li>}
        </ul>
        <p className="merge-rest">{words.whyAlone}</p>
      </details>
    );
  });
}
