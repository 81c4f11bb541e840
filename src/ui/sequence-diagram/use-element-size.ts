import { type RefObject, useLayoutEffect, useState } from "react";
import { watchSize } from "../watch-element.ts";

/** The inner width or height of an element in whole pixels, kept up to date; 0 as long as it is not shown. */
export function useElementSize(
  ref: RefObject<HTMLElement | null>,
  measure: "clientWidth" | "clientHeight",
): number {
  const [size, setSize] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    return element ? watchSize(element, () => setSize(element[measure])) : undefined;
  }, [ref, measure]);
  return size;
}
