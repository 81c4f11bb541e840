/**
 * Which files of the worker go into which part, for the build. What is not named here stays with who imports it: the
 * worker begins with reading captures and finding connections; the rules of TCP come while the first capture is read,
 * the readers of text when a text is opened. Each in parts of at most 8 KiB gzip, fetched side by side. No two parts
 * may import each other: the code of one would run before that of the other is there.
 */
const PARTS: readonly (readonly [part: string, files: RegExp])[] = [
  ["text-basics", /^capture\/text\/(?:time-|control|clean|text-cursor|text-segment|split|longest|decode)/u],
  ["text-plain", /^capture\/text\/(?:plain|octet-cursor|pair-index)/u],
  ["text-lines", /^capture\/text\/(?:wireshark|hex)/u],
  [
    "text-packets",
    /^capture\/text\/(?:tcp|option|old|packet|icmp|forti|ip-|other|payload|pending|captured|interface|endpoint)/u,
  ],
  ["text-reader", /^capture\/text\//u],
  ["annotations", /^tcp\/(?:annot|class|direction-watch|row-clock|sequence-row|sent-ranges)/u],
  [
    "delivery",
    /^tcp\/(?:analysis\.|delivery|handshake-acks|effective|judge-resets|sent-direction|receipts|end-heap|exchange|captured-twice|order-of|window-scales|number-bases|timestamps|find-option)/u,
  ],
  [
    "states",
    /^tcp\/(?:state\.|states\.|step|machine|send-moves|receive-moves|epilogue|initial|succession|arrows|quoted)/u,
  ],
];

/** The part that a module of the worker belongs to; null: whichever the bundler finds. */
export function partOfWorker(id: string): string | null {
  const [, file] = /\/src\/(.+\.)ts$/u.exec(id) ?? [];
  return (file !== undefined && PARTS.find(([, files]) => files.test(file))?.[0]) || null;
}
