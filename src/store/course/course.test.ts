import { beforeEach, describe, expect, test } from "vitest";
import { compactAnalyser } from "../../testing/compact-analyser.ts";
import { settle } from "../../testing/settle.ts";
import { createSynfinStore, type SynfinStore } from "../synfin-store.ts";
import type { Course } from "./course.ts";
import golden from "./golden-courses.json";
import { courseAsked, courseIn, courseText } from "./read-course.ts";

const NAMES = ["one", "two"];
const LESSON = {
  load: async () => ({ steps: [{ connection: 0, position: 1, note: [], question: null }] }),
};

let store: SynfinStore;

beforeEach(() => {
  store = createSynfinStore(compactAnalyser("cS sR."), "system", {
    startAnalyser: () => compactAnalyser("cS sR."),
    examples: NAMES.map((name) => ({
      name,
      source: async () => ({ kind: "text", name, text: "t" }),
      lesson: LESSON,
    })),
  });
});

/** What is open, and how much of it is seen: `one veiled`. */
async function click(): Promise<string> {
  store.getState().advance(1);
  await settle();
  return stand();
}

function stand(): string {
  const { lastOpened, mode, position } = store.getState();
  const source = lastOpened?.source;
  const name = source?.kind === "file" ? source.file.name : source?.name;
  return `${name ?? "start page"} ${mode.kind} ${position}`;
}

async function give(course: Course | null): Promise<string> {
  if (course !== null) store.getState().giveLesson(course);
  await settle();
  return stand();
}

describe("a course", () => {
  test("is given from its first lesson to the start page with a clicker alone", async () => {
    expect(await give(courseIn("course=two,one", NAMES, "link"))).toBe("two veiled 0");
    const stands = [];
    for (let press = 0; press < 6; press++) stands.push(await click());
    expect(stands).toEqual([
      "two touring 1",
      "two touring 1",
      "one veiled 0",
      "one touring 1",
      "one touring 1",
      "start page exploring 0",
    ]);
  });

  test("leads on from the last segment of a link, which has no tour", async () => {
    expect(await give(courseIn("course=1.AAAA,one", NAMES, "link"))).toBe("link exploring 0");
    expect([await click(), await click(), await click()]).toEqual([
      "link exploring 1",
      "link exploring 2",
      "one veiled 0",
    ]);
  });

  test("of all examples is what an example by itself belongs to", async () => {
    store.getState().openExample("one");
    await settle();
    for (let press = 0; press < 3; press++) await click();
    expect(stand()).toBe("two veiled 0");
  });

  test("is left when something else is opened", async () => {
    await give(courseIn("course=one,two", NAMES, "link"));
    store.getState().openText("x", "x");
    await settle();
    expect(store.getState().course).toBeNull();
    expect([await click(), await click(), await click()].at(-1)).toBe("x exploring 2");
  });
});

test.each(golden)("$fragment asks for what it always did", ({ fragment, lessons, unknown }) => {
  expect(courseIn(fragment, ["handshake-and-close", "refused"], "link")).toEqual({
    lessons,
    unknown,
    at: 0,
    asked: fragment,
    linkName: "link",
  });
});

test.each(["course=", "course=,,", "course=nothing", "course", "example=one", "1.AAAA"])(
  "%s asks for no course",
  (fragment) => expect(courseIn(fragment, NAMES, "link")).toBeNull(),
);

test.each([
  ["course=one,two", "course=one,two"],
  ["course=one,two&lang=ko&lesson=2&view=present", "course=one,two&lang=ko&view=present&lesson=2"],
  ["course=one,two&lesson=1", "course=one,two"],
  ["course=one,two&lesson=0", "course=one,two"],
  ["course=one,none&lesson=2", "course=one,none"],
])("%s begins where %s says", (fragment, written) => {
  const course = courseIn(fragment, NAMES, "link");
  expect(course && courseAsked(course)).toBe(written);
});

test("what is written is read", () => {
  const lessons = ["two", "1.AB-_cd", "one"];
  expect(courseIn(courseText(lessons), NAMES, "link")?.lessons).toEqual(lessons);
});
