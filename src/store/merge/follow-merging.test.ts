import { expect, test } from "vitest";
import { unportedAnalyser } from "../../testing/ported-analyser.ts";
import { settle } from "../../testing/settle.ts";
import { createSynfinStore, type SynfinStore } from "../synfin-store.ts";
import { followMerging } from "./follow-merging.ts";

const SYN = "IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [S], seq 100, win 64240, length 0";
const SYN_ACK = "IP 10.0.0.2.80 > 10.0.0.1.4711: Flags [S.], seq 500, ack 101, win 65160, length 0";
const ACK = "IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [.], ack 501, win 502, length 0";

function text(...at: readonly number[]): string {
  const stamp = (milliseconds: number): string => `12:00:0${(milliseconds / 1000).toFixed(6)}`;
  return [SYN, SYN_ACK, ACK].map((line, index) => `${stamp(at[index] ?? 0)} ${line}\n`).join("");
}
const client = text(0, 20, 21);
const server = text(3010, 3010, 3031);
const unrelated = client
  .replaceAll("4711", "4712")
  .replaceAll(/seq \d+/gu, "seq 7")
  .split("\n")
  .slice(0, 1)
  .join("\n");

async function opened(...texts: readonly string[]): Promise<SynfinStore> {
  const analyser = unportedAnalyser();
  const store = createSynfinStore(analyser, "system");
  for (const [index, each] of texts.entries()) {
    store.getState().openText(`${index}`, each);
    await expect.poll(() => store.getState().selection?.analysis.kind).toBe("ready");
    if (index === 0) followMerging(store, analyser, store.getState().lastOpened);
  }
  await settle();
  return store;
}

test("a second capture that holds the connections of the first one is offered to be merged with it", async () => {
  const store = await opened(client, server);
  await expect
    .poll(() => store.getState().kinship)
    .toMatchObject({ kind: "both", names: ["0"], connections: 1 });
  const source = store.getState().kinship?.source;
  expect(source).toMatchObject({ kind: "pair", name: "1 + 0" });
});

test("one that holds others is not, and one that is the same is called so", async () => {
  const store = await opened(client, unrelated);
  expect(store.getState().kinship).toBeNull();
  const same = await opened(client, client);
  await expect.poll(() => same.getState().kinship?.kind).toBe("same");
});

test("what two captures show of the connection on screen is asked for, and forgotten with them", async () => {
  const store = await opened(client, server);
  await expect.poll(() => store.getState().kinship).not.toBeNull();
  const { kinship, openAgain } = store.getState();
  if (kinship === null) throw new Error("nothing is offered");
  openAgain({ name: "both", source: kinship.source, choice: null }, null);
  await expect.poll(() => store.getState().told?.connection).toBe(0);
  expect(store.getState().told?.shift).toBe(0);
  store.getState().closeCapture();
  expect(store.getState().told).toBeNull();
});
