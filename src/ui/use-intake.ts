import { useEffect, useState } from "react";
import { useMessages } from "./use-messages.ts";
import { useSynfinStore } from "./use-synfin.ts";

interface Intake {
  /** Something that could be opened is dragged over the page. */
  readonly isDragging: boolean;
  /** How many files were given at once when it was more than the one that was opened; else 0. */
  readonly filesGiven: number;
  readonly forgetFilesGiven: () => void;
}

/** Opens what is dropped or pasted anywhere on the page. */
export function useIntake(): Intake {
  const store = useSynfinStore();
  const { pastedText } = useMessages().app;
  const [isDragging, setDragging] = useState(false);
  const [filesGiven, setFilesGiven] = useState(0);

  useEffect(() => {
    const take = (transfer: DataTransfer | null): boolean => {
      const file = transfer?.files[0];
      const text = transfer?.getData("text/plain") ?? "";
      if (file) store.getState().openFile(file);
      else if (text.trim() !== "") store.getState().openText(pastedText, text);
      else return false;
      const count = transfer?.files.length ?? 0;
      setFilesGiven(count > 1 ? count : 0);
      return true;
    };
    const dragOver = (event: DragEvent): void => {
      event.preventDefault();
      setDragging(true);
    };
    const dragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setDragging(false);
      take(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent): void => {
      if (event.target instanceof Element && event.target.matches("input, textarea")) return;
      if (take(event.clipboardData)) event.preventDefault();
    };
    window.addEventListener("dragover", dragOver);
    window.addEventListener("dragleave", dragLeave);
    window.addEventListener("drop", drop);
    document.addEventListener("paste", paste);
    return () => {
      window.removeEventListener("dragover", dragOver);
      window.removeEventListener("dragleave", dragLeave);
      window.removeEventListener("drop", drop);
      document.removeEventListener("paste", paste);
    };
  }, [store, pastedText]);

  return { isDragging, filesGiven, forgetFilesGiven: () => setFilesGiven(0) };
}
