import { useRef } from "react";
import { useSynfin } from "../use-synfin.ts";

interface FileButtonProps {
  readonly label: string;
  readonly title?: string;
  readonly className: string;
}

/** Lets the person choose a file and opens it. Any name is taken: the content decides what it is. */
export function FileButton({ label, title, className }: FileButtonProps) {
  const openFile = useSynfin((state) => state.openFile);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} title={title} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) openFile(file);
          // So that the same file can be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
