import { expect, test } from "vitest";
import { big16, big32, octets } from "../../testing/capture-bytes.ts";
import { dnsAnswers } from "./dns-answers.ts";

const RESPONSE = 0x8180;
const QUESTION = [...name("www", "example", "org"), ...big16(1), ...big16(1)];
/** To the name of the question, which stands right behind the header. */
const POINTER = [0xc0, 12];

/** Labels as RFC 1035 section 3.1 writes them. */
function name(...labels: readonly string[]): number[] {
  const written: number[] = [];
  for (const label of labels) written.push(label.length, ...new TextEncoder().encode(label));
  return [...written, 0];
}

function record(owner: readonly number[], type: number, data: readonly number[]): number[] {
  return [...owner, ...big16(type), ...big16(1), ...big32(60), ...big16(data.length), ...data];
}

const A = record(POINTER, 1, [192, 0, 2, 7]);

interface Message {
  readonly flags?: number;
  readonly questions?: number;
  readonly answers?: number;
}

/** A message with what stands behind its header, and what is read of it; three octets of something else come first. */
function read(
  body: readonly number[],
  { flags = RESPONSE, questions = 1, answers = 1 }: Message = {},
): string[] {
  const head = [
    ...big16(77),
    ...big16(flags),
    ...big16(questions),
    ...big16(answers),
    ...big16(0),
    ...big16(0),
  ];
  const all = octets([9, 9, 9], head, body);
  return Array.from(
    dnsAnswers(all, 3, all.length),
    (answer) => `${answer.name} ${all.subarray(answer.at, answer.at + answer.length).join(".")}`,
  );
}

test("the addresses of an answer have the name that was asked for, whatever its aliases are", () => {
  const alias = record(POINTER, 5, name("cdn", "example", "net"));
  const ofAlias = record(name("cdn", "example", "net"), 1, [192, 0, 2, 8]);
  expect(read([...QUESTION, ...A])).toEqual(["www.example.org 192.0.2.7"]);
  expect(read([...QUESTION, ...alias, ...ofAlias], { answers: 2 })).toEqual(["www.example.org 192.0.2.8"]);
});

test("an address of IPv6 is read, too; one of another length is none", () => {
  const six = Array.from({ length: 16 }, (_, at) => at);
  expect(read([...QUESTION, ...record(POINTER, 28, six)])).toEqual([`www.example.org ${six.join(".")}`]);
  expect(read([...QUESTION, ...record(POINTER, 28, six.slice(1))])).toEqual([]);
  expect(read([...QUESTION, ...record(POINTER, 1, six)])).toEqual([]);
});

test("without a question the owner of the record is the name; the root is none", () => {
  expect(read(record(name("db", "lan"), 1, [10, 0, 0, 9]), { questions: 0 })).toEqual(["db.lan 10.0.0.9"]);
  expect(read(record([0], 1, [10, 0, 0, 9]), { questions: 0 })).toEqual([]);
});

test("what cannot be printed is a question mark", () => {
  const odd = [4, 0x61, 0x20, 0x07, 0xe9, 0, ...big16(1), ...big16(1)];
  expect(read([...odd, ...A])).toEqual(["a ?? 192.0.2.7"]);
});

test.each<[string, readonly number[], Message?]>([
  ["a question", [...QUESTION, ...A], { flags: 0x0100 }],
  ["two questions", [...QUESTION, ...QUESTION, ...A], { questions: 2 }],
  ["no answer", QUESTION, { answers: 0 }],
  ["a label longer than 63 octets", [64, ...Array<number>(64).fill(0x61), 0, ...big16(1), ...big16(1), ...A]],
  ["a label that ends behind the message", [63, 0x61]],
  ["a name without an end", [1, 0x61]],
  ["a pointer to itself", [0xc0, 12, ...big16(1), ...big16(1), ...A]],
  ["a pointer forwards", [0xc0, 99, ...big16(1), ...big16(1), ...A]],
  ["a record that is cut in its head", [...QUESTION, ...POINTER, 0, 1]],
  ["a record that is cut in its data", [...QUESTION, ...A.slice(0, -1)]],
  [
    "a name of 70 labels",
    [...Array.from({ length: 70 }, () => [1, 0x61]).flat(), 0, ...big16(1), ...big16(1), ...A],
  ],
])("nothing is read of %s", (_, body, message) => {
  expect(read(body, message)).toEqual([]);
});

test("a message shorter than its header is none", () => {
  expect([...dnsAnswers(new Uint8Array(11), 0, 11)]).toEqual([]);
});
