import { PAINTS, type Paints } from "../../diagram/figure/style.ts";

/** The page's colours in a colour scheme; the page's own scheme is back before it is painted. */
export function paintsOf(scheme: string): Paints {
  const root = document.documentElement;
  const own = root.getAttribute("data-theme");
  root.setAttribute("data-theme", scheme);
  const probe = document.body.appendChild(document.createElement("span"));
  try {
    const paint = (name: string): string => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    return Object.fromEntries(PAINTS.map((name) => [name, paint(name)])) as Paints;
  } finally {
    probe.remove();
    if (own === null) root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", own);
  }
}
