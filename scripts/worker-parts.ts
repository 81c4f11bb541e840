/**
 * Which folders of the worker go into which part, for the build. What is not named here stays with who imports it: the
 * worker begins with reading captures and finding connections; the rules of TCP come while the first capture is read,
 * the readers of text when a text is opened. Each in parts of at most 8 KiB gzip, fetched side by side. No two parts
 * may import each other: the code of one would run before that of the other is there.
 */
const PARTS: readonly (readonly [part: string, folders: RegExp])[] = [
  ["text-basics", /^capture\/text\/(?:lines|times)\//u],
  ["text-plain", /^capture\/text\/(?:numbers|plain)\//u],
  ["text-listings", /^capture\/text\/(?:hex|listings)\//u],
  ["text-packets", /^capture\/text\/dialects\//u],
  ["text-reader", /^capture\/text\//u],
  ["annotations", /^tcp\/notes\//u],
  ["delivery", /^tcp\/(?:delivery|exchange)\//u],
  ["states", /^tcp\/machine\//u],
];

/** The part that a module of the worker belongs to; null: whichever the bundler finds. */
export function partOfWorker(id: string): string | null {
  const [, file] = /\/src\/(.+\.)ts$/u.exec(id) ?? [];
  return (file !== undefined && PARTS.find(([, folders]) => folders.test(file))?.[0]) || null;
}
