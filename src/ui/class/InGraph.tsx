import type { TourQuestion } from "../../store/tour/tour.ts";
import { useWords } from "../use-words.ts";
import { predictWords } from "./predict.words.ts";

/** Says that a state can be chosen in the graph, too; the styles hide it where the graph is out of sight. */
export function InGraph({ question }: { readonly question: Pick<TourQuestion, "kind"> }) {
  const words = useWords(predictWords);
  return question.kind === "state" && <span className="in-graph">{words.inGraph}</span>;
}
