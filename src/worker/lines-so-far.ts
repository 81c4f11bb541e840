import type { ConnectionSoFar } from "../tcp/connections/connection-so-far.ts";
import type { ConnectionGrouping } from "../tcp/connections/group-connections.ts";

/** How many connections the list shows while a capture is read; of the rest it shows the number. */
export const LINES_WHILE_READING = 2000;
/** How many lines one progress message carries: about 2 ms of the page's time. */
export const LINES_A_PROGRESS = 500;

/** Finds which of the first connections are new or have gained segments, a bounded number at a time. */
export class LinesSoFar {
  private readonly told = new Uint32Array(LINES_WHILE_READING);
  private next = 0;

  /**
   * The lines that changed since they were last reported. The next call goes on where this one stopped, so that every
   * line gets its turn.
   */
  changed(grouping: ConnectionGrouping): ConnectionSoFar[] {
    const count = Math.min(grouping.count, LINES_WHILE_READING);
    const lines: ConnectionSoFar[] = [];
    for (let looked = 0; looked < count && lines.length < LINES_A_PROGRESS; looked++) {
      const line = this.next % count;
      this.next = line + 1;
      const segments = grouping.segmentsSoFar(line);
      if (segments === this.told[line]) continue;
      this.told[line] = segments;
      lines.push(grouping.soFar(line));
    }
    return lines;
  }
}
