import type { PlacedSocket } from "../../tcp/observed/place-sockets.ts";
import type { WordsOf } from "../words.ts";
import type { kernelWords } from "./kernel.words.ts";

/** A state as the tools print it: `FIN_WAIT2`. */
export function printedState({ observation: { state, from } }: PlacedSocket): string {
  return from === null ? state : `${from} → ${state}`;
}

/** `netstat: FIN-WAIT-2 ✓`. */
export function wordSocket(placed: PlacedSocket, words: WordsOf<typeof kernelWords>): string {
  const said = words.says(placed.observation.tool, printedState(placed));
  if (placed.verdict === "agrees") return `${said} ✓`;
  return placed.verdict === "untold" ? said : words.against(said, placed.expected.join(", "));
}
