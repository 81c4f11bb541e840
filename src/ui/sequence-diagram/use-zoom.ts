import { type RefObject, useEffect, useLayoutEffect } from "react";
import { stepThatFits, type Zoom } from "../../diagram/sequence/zoom.ts";
import type { Zooming } from "./scene.ts";

/** How far the wheel turns for one step of the zoom; pixels. */
const TURN = 60;

/** Ctrl and the wheel, or two fingers on a touchpad, zoom. */
export function useWheelZoom(scroller: RefObject<HTMLElement | null>, zooming: Zooming | null): void {
  const zoomBy = zooming?.zoomBy;
  useEffect(() => {
    const element = scroller.current;
    if (!element || !zoomBy) return undefined;
    let turned = 0;
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      turned +=
        event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : Math.sign(event.deltaY) * TURN;
      if (Math.abs(turned) < TURN) return;
      zoomBy(turned > 0 ? -1 : 1);
      turned = 0;
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [scroller, zoomBy]);
}

/**
 * Finds the zoom at which all `rows` fit into `visible` pixels (0: not shown now), before anything is painted.
 * @param heightAt how high the drawing is at a zoom
 */
export function useFittingZoom(
  zooming: Zooming | null,
  rows: number,
  visible: number,
  heightAt: (zoom: Zoom) => number,
): void {
  const isWished = zooming?.zoom === "fit";
  const zoomTo = zooming?.zoomTo;
  useLayoutEffect(() => {
    if (isWished && visible > 0) zoomTo?.(stepThatFits(rows, visible, heightAt));
  }, [isWished, visible, zoomTo, rows, heightAt]);
}
