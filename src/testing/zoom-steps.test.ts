import { expect, test } from "vitest";
import { FARTHEST, NEAREST } from "../diagram/sequence/zoom.ts";
import { FARTHEST_ZOOM, NEAREST_ZOOM } from "../store/zooming.ts";

test("the store counts the steps of zoom that the diagram has", () => {
  expect([FARTHEST_ZOOM, NEAREST_ZOOM]).toEqual([FARTHEST, NEAREST]);
});
