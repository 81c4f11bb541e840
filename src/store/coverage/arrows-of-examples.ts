import type { BookReader } from "../bookshelf.ts";
import type { ArrowsTaken } from "../opened-capture.ts";

/** The arrows that all examples take together: opens one after the other. */
export async function arrowsOfExamples(books: BookReader): Promise<ArrowsTaken> {
  const steps = new Map<string, ArrowsTaken["steps"][number]>();
  let connections = 0;
  for (const name of books.names) {
    const taken = await books.read(name, (analyser) => analyser.arrowsTaken());
    for (const step of taken?.steps ?? []) steps.set(`${step.arrow} ${step.from} ${step.to}`, step);
    connections += taken?.connections ?? 0;
  }
  return { steps: [...steps.values()], connections };
}
