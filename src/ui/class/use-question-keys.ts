import { useEffect, useEffectEvent } from "react";
import { keyOf } from "../keys/key-of.ts";
import { useSynfin } from "../use-synfin.ts";

/**
 * Lets the letters answer the open question, and nothing else: they come before the keys of the page. With Shift they
 * count a hand.
 * @param options how many there are; 0: no question is open
 */
export function useQuestionKeys(
  options: number,
  answer: (option: number) => void,
  count: (option: number) => void,
): void {
  const hasSingleKeys = useSynfin((state) => state.hasSingleKeys);
  const take = useEffectEvent((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !hasSingleKeys) return;
    const isWriting = event.target instanceof Element && event.target.matches("input, textarea, select");
    if (isWriting || document.querySelector("dialog[open]")) return;
    const key = keyOf(event);
    const option = key.length === 1 ? "abcd".indexOf(key.toLowerCase()) : -1;
    if (option < 0) return;
    // A letter without an option is no key of the page as long as the question is open.
    event.preventDefault();
    if (option >= options) return;
    if (key === key.toLowerCase()) answer(option);
    else count(option);
  });
  const isOpen = options > 0;
  useEffect(() => {
    if (!isOpen) return undefined;
    document.addEventListener("keydown", take, { capture: true });
    return () => document.removeEventListener("keydown", take, { capture: true });
  }, [isOpen]);
}
