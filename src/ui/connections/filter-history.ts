/** The most filters that are remembered. */
const MOST = 30;

/** The filters that were used since the page was opened, the last one last. They stay in its memory. */
export class FilterHistory {
  private readonly used: string[] = [];
  private at = 0;

  /** Notes a filter that was used. */
  note(filter: string): void {
    const text = filter.trim();
    const known = this.used.indexOf(text);
    if (known >= 0) this.used.splice(known, 1);
    if (text !== "") this.used.push(text);
    if (this.used.length > MOST) this.used.shift();
    this.at = this.used.length;
  }

  /** The filter that was used before the one in the box; null: there is none. */
  before(filter: string): string | null {
    if (this.used[this.at] !== filter.trim()) this.at = this.used.length;
    do this.at--;
    while (this.used[this.at] === filter.trim());
    this.at = Math.max(0, this.at);
    const found = this.used[this.at];
    return found === undefined || found === filter.trim() ? null : found;
  }
}
