/** How long a finger rests before it opens a menu; milliseconds. */
const LONG_PRESS = 500;
/** How far a finger that rests may move; CSS pixels. */
const STILL = 10;

/**
 * Calls `openAt` where a right click or a long press asks for a menu, until the signal ends. A finger that rests is told
 * by pointer events, because iOS sends no `contextmenu` for it. A menu that is open has none of its own.
 * @param openAt takes the point within the window and what is there; whether a menu opens
 */
export function listenForPresses(
  place: HTMLElement,
  openAt: (x: number, y: number, target: EventTarget | null) => boolean,
  signal: AbortSignal,
): void {
  let hasOpened = false;
  let press: { readonly x: number; readonly y: number; readonly timer: number } | null = null;
  const release = (): void => {
    if (press !== null) clearTimeout(press.timer);
    press = null;
  };
  signal.addEventListener("abort", release);
  place.addEventListener(
    "contextmenu",
    (event) => {
      release();
      if (isOnMenu(event) || openAt(event.clientX, event.clientY, event.target)) event.preventDefault();
    },
    { signal },
  );
  place.addEventListener(
    "pointerdown",
    (event) => {
      release();
      const { pointerType, clientX: x, clientY: y, target } = event;
      if (pointerType !== "touch" || isOnMenu(event)) return;
      const timer = window.setTimeout(() => (hasOpened = openAt(x, y, target)), LONG_PRESS);
      press = { x, y, timer };
    },
    { signal },
  );
  // The finger that is lifted then clicks nothing, so that the menu keeps the focus.
  place.addEventListener(
    "touchend",
    (event) => {
      if (hasOpened) event.preventDefault();
      hasOpened = false;
    },
    { signal },
  );
  place.addEventListener(
    "pointermove",
    ({ clientX, clientY }) => {
      if (press !== null && Math.hypot(clientX - press.x, clientY - press.y) > STILL) release();
    },
    { signal },
  );
  for (const kind of ["pointerup", "pointercancel"]) place.addEventListener(kind, release, { signal });
}

function isOnMenu({ target }: Event): boolean {
  return target instanceof Element && target.closest("[role=menu]") !== null;
}
