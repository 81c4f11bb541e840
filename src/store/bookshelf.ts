import type { Analyser, CaptureSource } from "./opened-capture.ts";

/** The examples, and a second analyser to look into them while a capture is open. */
export interface Bookshelf {
  /** Starts it; asked for once. */
  readonly startAnalyser: () => Analyser;
  readonly examples: readonly BookshelfExample[];
}

export interface BookshelfExample {
  readonly name: string;
  readonly source: () => CaptureSource;
}

export const EMPTY_BOOKSHELF: Bookshelf = {
  startAnalyser: () => {
    throw new Error("there are no examples");
  },
  examples: [],
};

/** Opens examples one at a time: every use of the second analyser waits for the one before. */
export class BookReader {
  private readonly shelf: Bookshelf;
  private analyser: Analyser | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(shelf: Bookshelf) {
    this.shelf = shelf;
  }

  get names(): readonly string[] {
    return this.shelf.examples.map(({ name }) => name);
  }

  /** Opens the example and asks something about it; null if it cannot be opened. */
  read<Answer>(name: string, ask: (analyser: Analyser) => Promise<Answer>): Promise<Answer | null> {
    const answer = this.turn.then(() => this.open(name, ask));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  private async open<Answer>(
    name: string,
    ask: (analyser: Analyser) => Promise<Answer>,
  ): Promise<Answer | null> {
    const example = this.shelf.examples.find((one) => one.name === name);
    if (example === undefined) return null;
    this.analyser ??= this.shelf.startAnalyser();
    const outcome = await this.analyser.open(example.source(), () => undefined);
    return outcome?.ok === true ? ask(this.analyser) : null;
  }
}
