import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Analyser } from "./opened-capture.ts";

/** The longest connection that is analysed ahead: longer ones take too much time and memory. */
const MOST_SEGMENTS = 5000;

/** Analyses ahead the one connection that the person will probably choose next. */
export class LookAhead {
  private readonly analyser: Analyser;
  private ahead: {
    readonly connection: number;
    readonly of: unknown;
    analysis: ConnectionAnalysis | null;
  } | null = null;

  constructor(analyser: Analyser) {
    this.analyser = analyser;
  }

  /** The prepared analysis, once; null if it is of another connection or capture, or not prepared yet. */
  take(connection: number, of: unknown): ConnectionAnalysis | null {
    const { ahead } = this;
    this.ahead = null;
    return ahead?.connection === connection && ahead.of === of ? ahead.analysis : null;
  }

  /** @param of an object that is the same for all connections of a capture */
  prepare({ id, segments }: { readonly id: number; readonly segments: number }, of: unknown): void {
    if (segments > MOST_SEGMENTS) return;
    const ahead: LookAhead["ahead"] = { connection: id, of, analysis: null };
    this.ahead = ahead;
    const take = async (): Promise<void> => {
      ahead.analysis = await this.analyser.ask("analyse", id);
    };
    // The caller of `take` gets the failure.
    take().catch(() => {});
  }
}
