import { expect, test } from "vitest";
import { lessonSteps } from "./lesson-steps.ts";
import type { Tour } from "./tour.ts";

const TOUR: Tour = {
  steps: [
    {
      position: 1,
      note: "syn",
      claims: { client: { kind: "state", side: "client", state: "SYN-SENT" } },
      question: { kind: "choice", options: ["yes", "no"], right: "no" },
    },
    { connection: 1, position: 3, note: "end", question: { kind: "segment" } },
  ],
};
const ANSWERS = { ask: "Is it open?", options: { yes: "Yes", no: "No" } };

test("facts are filled into the words, and a choice gets its words in the order of the tour", () => {
  const words = {
    notes: { syn: "Now {client}.", end: "Over." },
    questions: { syn: ANSWERS },
  };
  expect(lessonSteps(TOUR, words)).toEqual([
    {
      connection: 0,
      position: 1,
      note: [
        { text: "Now ", isFact: false },
        { text: "SYN-SENT", isFact: true },
        { text: ".", isFact: false },
      ],
      question: { kind: "choice", ask: "Is it open?", options: ["Yes", "No"], right: 1 },
    },
    {
      connection: 1,
      position: 3,
      note: [{ text: "Over.", isFact: false }],
      question: { kind: "segment" },
    },
  ]);
});

test("a missing word is a fault", () => {
  expect(() => lessonSteps(TOUR, { notes: { syn: "Now {client}.", end: "" }, questions: {} })).toThrow("syn");
  expect(() => lessonSteps(TOUR, { notes: { syn: "" }, questions: { syn: ANSWERS } })).toThrow("end");
});
