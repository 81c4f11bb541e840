/** Received text, as offsets from the sender's initial sequence number. */
interface Text {
  readonly start: number;
  readonly end: number;
  readonly hasFin: boolean;
}

/** What a receiver holds until the hole before it is filled. */
export class ReceiveQueue {
  private texts: Text[] = [];

  hold(text: Text): void {
    this.texts.push(text);
  }

  clear(): void {
    this.texts = [];
  }

  /** Takes out what is in sequence from `next` on. @returns the next number after it, and whether a FIN is in it */
  takeFrom(next: number): { readonly next: number; readonly hasFin: boolean } {
    let [end, hasFin] = [next, false];
    for (let text = this.textAt(end); text !== undefined; text = this.textAt(end)) {
      const taken = text;
      this.texts = this.texts.filter((each) => each !== taken);
      end = Math.max(end, text.end);
      hasFin ||= text.hasFin;
    }
    return { next: end, hasFin };
  }

  private textAt(next: number): Text | undefined {
    this.texts = this.texts.filter(({ end }) => end > next);
    return this.texts.find(({ start }) => start <= next);
  }
}
