/**
 * Calls `look` at once and whenever the element changes its size; a browser without ResizeObserver notices only
 * changes of the window.
 * @returns a function that ends it
 */
export function watchSize(element: Element, look: () => void): () => void {
  look();
  if (typeof ResizeObserver === "undefined") {
    window.addEventListener("resize", look);
    return () => window.removeEventListener("resize", look);
  }
  const observer = new ResizeObserver(look);
  observer.observe(element);
  return () => observer.disconnect();
}

/** As {@link watchSize}, and whenever the element is scrolled. */
export function watchView(element: Element, look: () => void): () => void {
  element.addEventListener("scroll", look, { passive: true });
  const endSize = watchSize(element, look);
  return () => {
    element.removeEventListener("scroll", look);
    endSize();
  };
}
