import { type RefObject, useLayoutEffect, useState } from "react";
import type { Sight } from "../../../diagram/strip/strip-box.ts";
import { watchView } from "../../watch-element.ts";

interface Scrolled {
  readonly scrollTop: number;
  readonly height: number;
}

/** Follows which part of a drawing `whole` pixels high a scroller shows, to the pixel; `head` pixels are covered. */
export function useSight(
  scroller: RefObject<HTMLElement | null>,
  whole: number,
  ratio: number,
  head: number,
): Sight {
  const [{ scrollTop, height }, setScrolled] = useState<Scrolled>({ scrollTop: 0, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = (): void => setScrolled({ scrollTop: element.scrollTop, height: element.clientHeight });
    return watchView(element, look);
  }, [scroller]);
  return { above: scrollTop * ratio, visible: Math.max(0, height - head), whole };
}
