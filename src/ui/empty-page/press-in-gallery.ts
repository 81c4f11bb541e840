/**
 * Lets a key of a presenter's clicker choose an example: forward and back go along the cards, and a key that blanks
 * slides opens the card. It ignores keys in a text field.
 */
export function pressInGallery(gallery: HTMLElement, event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || event.defaultPrevented) return;
  const isWriting = target instanceof Element && target.matches("input, textarea, select");
  if (isWriting || document.querySelector("dialog[open]")) return;
  const entries = [...gallery.querySelectorAll<HTMLElement>(".lab-entry")];
  const cards = [...entries, ...gallery.querySelectorAll<HTMLElement>(".example")];
  const at = cards.findIndex((card) => card === document.activeElement);
  // It begins with the first example; what needs no capture lies before that.
  if (key === "PageDown") cards[at < 0 ? entries.length : Math.min(at + 1, cards.length - 1)]?.focus();
  else if (key === "PageUp") cards[Math.max(at - 1, 0)]?.focus();
  else if ((key === "." || key === "b") && at >= 0) cards[at]?.click();
  else return;
  event.preventDefault();
}
