import { Component, type ReactNode } from "react";
import { present } from "../base/assert.ts";
import type { Messages } from "./messages/en.ts";
import { MessagesContext } from "./use-messages.ts";

interface FaultBoundaryProps {
  /** Called to leave what cannot be shown. */
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** A fault of ours while drawing: one banner instead of an empty page. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly fault: string | null }> {
  static override readonly contextType = MessagesContext;
  declare readonly context: Messages | null;
  override readonly state: { readonly fault: string | null } = { fault: null };

  static getDerivedStateFromError(error: unknown): { readonly fault: string } {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    const { failed } = present(this.context, "the words");
    return (
      <main className="entrance" data-phase="failed">
        <div className="failure" role="alert">
          <h2>{failed.faultTitle}</h2>
          <p>{failed.drawingFault(fault)}</p>
        </div>
        <button type="button" className="button" onClick={this.leave}>
          {failed.startOver}
        </button>
      </main>
    );
  }

  private readonly leave = (): void => {
    this.props.onLeave();
    this.setState({ fault: null });
  };
}
