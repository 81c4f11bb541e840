import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Analyser } from "./opened-capture.ts";

/** Of a longer connection the analysis takes too long, and too much memory, to be made unasked. */
const MOST_SEGMENTS = 5000;

/** The analysis of the one connection that will probably be asked for next, so that it is there at once. */
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

  /** What was prepared, once; null if it is another connection, another capture, or not there yet. */
  take(connection: number, of: unknown): ConnectionAnalysis | null {
    const { ahead } = this;
    this.ahead = null;
    return ahead?.connection === connection && ahead.of === of ? ahead.analysis : null;
  }

  /** @param of the same for all connections of a capture */
  prepare({ id, segments }: { readonly id: number; readonly segments: number }, of: unknown): void {
    if (segments > MOST_SEGMENTS) return;
    const ahead: LookAhead["ahead"] = { connection: id, of, analysis: null };
    this.ahead = ahead;
    const take = async (): Promise<void> => {
      ahead.analysis = await this.analyser.analyse(id);
    };
    // Whoever asks for it hears of the failure.
    take().catch(() => {});
  }
}
