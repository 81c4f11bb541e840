import { expect, test } from "vitest";
import { createSynfinStore, type SynfinStore } from "../../store/synfin-store.ts";
import { answering } from "../../testing/answering.ts";
import { captureWith, summary } from "../../testing/connection-summaries.ts";
import { followAddress } from "./follow-address.ts";

/** An address bar, a store whose analyser opens whatever it is given, and what was asked for. */
function page(hash: string) {
  const listeners: (() => void)[] = [];
  const opened: string[] = [];
  const location = { hash, pathname: "/app/", search: "" };
  const history = {
    state: 1 as unknown,
    replaceState: (_state: unknown, _title: string, url?: string | URL | null) => {
      location.hash = /#.*/u.exec(String(url))?.[0] ?? "";
    },
  };
  const store: SynfinStore = createSynfinStore({
    open: (source) => {
      opened.push(source.kind === "link" ? source.fragment : source.kind);
      return Promise.resolve({ ok: true, capture: captureWith(summary(0)) });
    },
    cancel: () => undefined,
    ask: answering(),
  });
  followAddress(
    store,
    {
      location,
      history,
      addEventListener: (_, listener) => listeners.push(listener),
      removeEventListener: () => {},
    },
    {
      linkName: () => "link",
      openExample: (name) => name === "refused" && opened.push(name) > 0,
      openCourse: (fragment) => fragment === "course=refused" && opened.push(fragment) > 0,
      askForCapture: (fragment) => fragment.startsWith("url=https") && opened.push(fragment) > 0,
    },
  );
  const goTo = (next: string, state: unknown = null): void => {
    location.hash = next;
    history.state = state;
    for (const listener of listeners) listener();
  };
  return { store, location, opened, goTo };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

test("a link is opened at the start, and another when the address changes", async () => {
  const { opened, goTo, location } = page("#1.AAAA");
  await settle();
  goTo("#1.BBBB");
  await settle();
  goTo("#1.BBBB");
  await settle();
  expect(opened).toEqual(["1.AAAA", "1.BBBB"]);
  expect(location.hash).toBe("#1.BBBB");
});

test("once a file is open the address names the link no longer", async () => {
  const { store, location } = page("#1.AAAA");
  await settle();
  store.getState().openFile(new File(["x"], "x.pcap"));
  await settle();
  expect(location.hash).toBe("");
});

test("stepping back is left to the history", async () => {
  const { opened, goTo } = page("#1.AAAA");
  await settle();
  goTo("#1.BBBB", 7);
  await settle();
  expect(opened).toEqual(["1.AAAA"]);
});

test("an example is opened by its name, an unknown one is refused as what it is: no link", async () => {
  expect(page("#example=refused").opened).toEqual(["refused"]);
  expect(page("#example=%").opened).toEqual(["example=%"]);
});

test("a course is opened, one without a lesson is refused as what it is: no link", () => {
  expect(page("#course=refused").opened).toEqual(["course=refused"]);
  expect(page("#course=").opened).toEqual(["course="]);
});

test("the address of a course tells the lesson that it has come to", async () => {
  const { store, location } = page("#course=refused&lang=ko");
  const course = {
    lessons: ["1.AAAA", "1.BBBB"],
    unknown: [],
    asked: "course=refused&lang=ko",
    linkName: "",
  };
  const addresses: string[] = [];
  for (const at of [0, 1, 2]) {
    store.getState().giveLesson({ ...course, at });
    await settle();
    addresses.push(location.hash);
  }
  expect(addresses).toEqual(["#course=refused&lang=ko", "#course=refused&lang=ko&lesson=2", ""]);
});

test("no fragment asks for nothing", () => expect(page("").opened).toEqual([]));

test("a capture elsewhere is asked for, what is no address of the web is refused", () => {
  expect(page("#url=https://a.example/").opened).toEqual(["url=https://a.example/"]);
  expect(page("#url=javascript:x").opened).toEqual(["url=javascript:x"]);
});
