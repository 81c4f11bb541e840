import type { Verb } from "../../lab/script/script.ts";

/** What a program can be made to call, in the order of a connection's life. */
export const VERBS = [
  "connect",
  "listen",
  "send",
  "close",
  "shutdown",
  "abort",
  "read",
  "crash",
  "restart",
] as const;
export type VerbName = (typeof VERBS)[number];

/** The verbs that have words; the others are called as the calls of sockets. */
type WordedVerb = "send" | "abort" | "read" | "crash" | "restart";

/** What a person adds sends so many octets, and reads so many in each second. */
const OCTETS = 100;
const A_SECOND = 1e9;

export function verbNamed(kind: VerbName): Verb {
  if (kind === "send") return { kind, octets: OCTETS };
  return kind === "read" ? { kind, octets: OCTETS, per: A_SECOND } : { kind };
}

export function labelOfVerb(name: VerbName, words: Readonly<Record<WordedVerb, string>>): string {
  return isWorded(name, words) ? words[name] : `${name}()`;
}

function isWorded(name: VerbName, words: object): name is WordedVerb {
  return Object.hasOwn(words, name);
}
