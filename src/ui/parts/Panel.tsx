import type { ReactNode } from "react";

interface PanelProps {
  /** Name of the landmark and its visible heading. */
  readonly title: string;
  readonly id: string;
  readonly className: string;
  /** Beside the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A named region of the page with its heading. */
export function Panel({ title, id, className, aside, children }: PanelProps) {
  return (
    <section id={id} className={`panel ${className}`} aria-label={title}>
      <header className="panel-head">
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
