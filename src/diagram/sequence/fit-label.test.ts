import { expect, test } from "vitest";
import { fitLabel } from "./fit-label.ts";

const DATA = {
  flags: "PSH,ACK",
  sequence: "seq=1",
  acknowledgment: "ack=1",
  payload: "len=29",
  window: "win=502",
};

test("window, acknowledgment, sequence and length are dropped in this order", () => {
  expect([34, 33, 25, 19, 13].map((characters) => fitLabel(DATA, characters))).toEqual([
    "PSH,ACK seq=1 ack=1 len=29 win=502",
    "PSH,ACK seq=1 ack=1 len=29",
    "PSH,ACK seq=1 len=29",
    "PSH,ACK len=29",
    "PSH,ACK",
  ]);
});

test("the flags stay, however little room there is", () => {
  expect(fitLabel(DATA, 0)).toBe("PSH,ACK");
});

test("a bare ACK keeps its acknowledgment number longest", () => {
  const ack = { flags: "ACK", sequence: "seq=1", acknowledgment: "ack=30", payload: null, window: "win=63" };
  expect(fitLabel(ack, 10)).toBe("ACK ack=30");
});

test("what the capture does not tell is not named", () => {
  expect(fitLabel({ ...DATA, sequence: null, window: null }, 99)).toBe("PSH,ACK ack=1 len=29");
});
