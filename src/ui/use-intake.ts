import { useEffect, useLayoutEffect, useState } from "react";
import { mayBeCapture, openPasted } from "./link/open-pasted.ts";
import { useMessages } from "./use-messages.ts";
import { useSynfinStore } from "./use-synfin.ts";

/** How long the page says that a text is no capture; milliseconds. */
const SAID_FOR = 6000;

/**
 * Opens what is dropped or pasted anywhere on the page. Tells whether something is dragged over it, and whether a text
 * that came just now is no capture, so that what is open stays.
 */
export function useIntake(): { readonly isDragging: boolean; readonly isStray: boolean } {
  const store = useSynfinStore();
  const messages = useMessages();
  const [isDragging, setDragging] = useState(false);
  const [isStray, setStray] = useState(false);

  useEffect(() => {
    if (!isStray) return undefined;
    const timer = setTimeout(() => setStray(false), SAID_FOR);
    return () => clearTimeout(timer);
  }, [isStray]);

  // Before the first frame: what is dropped on a page that does not listen yet replaces the page.
  useLayoutEffect(() => {
    const openFolders = async (
      entries: readonly FileSystemEntry[],
      files: readonly File[],
    ): Promise<void> => {
      const { openDropped } = await import("./dropped-folders.ts");
      await openDropped(store.getState(), entries, files);
    };
    const take = (transfer: DataTransfer | null): boolean => {
      const files = [...(transfer?.files ?? [])];
      const entries = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
      const text = transfer?.getData("text/plain") ?? "";
      if (entries.some(({ isDirectory }) => isDirectory)) void openFolders(entries, files);
      else if (files.length > 0) store.getState().openFiles(files);
      else if (mayOpen(text)) openPasted(store.getState(), messages, text);
      else {
        setStray(text.trim() !== "");
        return false;
      }
      return true;
    };
    /** A stray word must not close what is open. */
    const mayOpen = (text: string): boolean =>
      text.trim() !== "" && (store.getState().capture.kind !== "ready" || mayBeCapture(text));
    // What is dragged within the page, or text that is dragged into a field, is no capture: the browser does with it what
    // it always does. Files are never meant for a field.
    let isOwn = false;
    const isLeft = ({ target, dataTransfer }: DragEvent): boolean =>
      isOwn ||
      (target instanceof Element &&
        target.matches("input, textarea") &&
        !(dataTransfer?.types.includes("Files") ?? false));
    const dragStart = (): void => void (isOwn = true);
    const dragEnd = (): void => void (isOwn = false);
    // `dragenter` must be prevented too: if the page changes under the pointer and the drop follows at once, there is
    // no `dragover` before it, and the browser would refuse the drop.
    const dragOver = (event: DragEvent): void => {
      if (isLeft(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const dragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent): void => {
      setDragging(false);
      if (isLeft(event)) return;
      event.preventDefault();
      take(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent): void => {
      const isField = event.target instanceof Element && event.target.matches("input, textarea");
      if (isField && event.clipboardData?.files.length === 0) return;
      if (take(event.clipboardData)) event.preventDefault();
    };
    window.addEventListener("dragstart", dragStart);
    window.addEventListener("dragend", dragEnd);
    window.addEventListener("dragenter", dragOver);
    window.addEventListener("dragover", dragOver);
    window.addEventListener("dragleave", dragLeave);
    window.addEventListener("drop", drop);
    document.addEventListener("paste", paste);
    return () => {
      window.removeEventListener("dragstart", dragStart);
      window.removeEventListener("dragend", dragEnd);
      window.removeEventListener("dragenter", dragOver);
      window.removeEventListener("dragover", dragOver);
      window.removeEventListener("dragleave", dragLeave);
      window.removeEventListener("drop", drop);
      document.removeEventListener("paste", paste);
    };
  }, [store, messages]);

  return { isDragging, isStray };
}
