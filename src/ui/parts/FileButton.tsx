import { useRef } from "react";
import { useSynfin } from "../use-synfin.ts";

interface FileButtonProps {
  readonly label: string;
  readonly title?: string;
  readonly className: string;
}

/** Lets the person choose files and opens the first one. It accepts any name, because the content decides. */
export function FileButton({ label, title, className }: FileButtonProps) {
  const openFiles = useSynfin((state) => state.openFiles);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} title={title} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          openFiles([...(currentTarget.files ?? [])]);
          // So that the same file can be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
