import { expect, test } from "vitest";
import { FARTHEST_ZOOM, NEAREST_ZOOM, type ZoomChoice, zoomingActions } from "./zooming.ts";

function zooming(zoom: ZoomChoice) {
  const state = { zoom };
  const actions = zoomingActions(
    (part) => Object.assign(state, part),
    () => state,
  );
  return { state, actions };
}

test("goes step by step, no farther than the last one", () => {
  const { state, actions } = zooming(NEAREST_ZOOM - 1);
  actions.zoomBy(1);
  actions.zoomBy(1);
  expect(state.zoom).toBe(NEAREST_ZOOM);
  for (let times = 0; times < 10; times++) actions.zoomBy(-1);
  expect(state.zoom).toBe(FARTHEST_ZOOM);
});

test("from a wish without an answer, it starts at the usual zoom", () => {
  const { state, actions } = zooming(2);
  actions.zoomTo("fit");
  expect(state.zoom).toBe("fit");
  actions.zoomBy(-1);
  expect(state.zoom).toBe(-1);
});
