import { expect, test } from "vitest";
import { createSynfinStore } from "../../store/synfin-store.ts";
import { compactAnalyser } from "../../testing/compact-analyser.ts";
import { settle } from "../../testing/settle.ts";
import { askBeforeLeaving } from "./ask-before-leaving.ts";

test("the browser asks only as long as a file is open", async () => {
  const store = createSynfinStore(compactAnalyser("cS sR."));
  const page = new EventTarget() as unknown as Window;
  const isAsked = (): boolean => {
    const leaving = new Event("beforeunload", { cancelable: true });
    page.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  };
  askBeforeLeaving(store, page);
  expect(isAsked()).toBe(false);
  store.getState().openFile(new File(["x"], "a.pcap"));
  await settle();
  expect(isAsked()).toBe(true);
  store.getState().closeCapture();
  expect(isAsked()).toBe(false);
  store.getState().openText("pasted text", "x");
  await settle();
  expect(isAsked()).toBe(false);
});
