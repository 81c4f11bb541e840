import type { SocketObservation } from "../../segments/socket-observation.ts";
import type { PlacedSocket } from "../../tcp/observed/place-sockets.ts";
import type { WordsOf } from "../words.ts";
import type { kernelWords } from "./kernel.words.ts";

type Words = WordsOf<typeof kernelWords>;

/** What the tool says, in its own spelling: `netstat: FIN_WAIT2`. */
export function wordSaid({ tool, printed }: SocketObservation, words: Words): string {
  return words.says(tool, printed);
}

/** `netstat: FIN_WAIT2 ✓`. */
export function wordSocket(placed: PlacedSocket, words: Words): string {
  const said = wordSaid(placed.observation, words);
  if (placed.verdict === "agrees") return `${said} ✓`;
  return placed.verdict === "untold" ? said : words.against(said, placed.expected.join(", "));
}
