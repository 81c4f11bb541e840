import type { Analyser, CaptureSource } from "./opened-capture.ts";
import type { OfferedLesson } from "./tour/lesson.ts";

/** The examples, and a second analyser that reads them while a capture is open. */
export interface Bookshelf {
  /** Starts the second analyser; called once. */
  readonly startAnalyser: () => Analyser;
  readonly examples: readonly BookshelfExample[];
}

export interface BookshelfExample {
  readonly name: string;
  /** Loads the example; rejects when its part of the page cannot be loaded. */
  readonly source: () => Promise<CaptureSource>;
  /** Its guided tour; null if it has none. */
  readonly lesson: OfferedLesson | null;
}

export const EMPTY_BOOKSHELF: Bookshelf = {
  startAnalyser: () => {
    throw new Error("there are no examples");
  },
  examples: [],
};

/** Opens examples one at a time: each use of the second analyser waits for the one before. */
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

  find(name: string): BookshelfExample | undefined {
    return this.shelf.examples.find((one) => one.name === name);
  }

  /** Opens the example and asks the analyser about it; null if it cannot be opened. */
  read<Answer>(name: string, ask: (analyser: Analyser) => Promise<Answer>): Promise<Answer | null> {
    const answer = this.turn.then(() => this.open(name, ask));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  private async open<Answer>(
    name: string,
    ask: (analyser: Analyser) => Promise<Answer>,
  ): Promise<Answer | null> {
    const source = await this.find(name)?.source();
    if (source === undefined) return null;
    this.analyser ??= this.shelf.startAnalyser();
    const outcome = await this.analyser.open(source, () => undefined);
    return outcome?.ok === true ? ask(this.analyser) : null;
  }
}
