import { expect, test } from "vitest";
import { visibleText } from "./visible-text.ts";

test.each([
  ["plain name.pcap", "plain name.pcap"],
  ["자료 資料 קובץ ملف 👩‍🔬 e\u0301.pcap", "자료 資料 קובץ ملف 👩‍🔬 e\u0301.pcap"],
  ["evil\u202egpj.exe", "evil‹U+202E›gpj.exe"],
  ["a\u2066b\u2069\u200f\u061c", "a‹U+2066›b‹U+2069›‹U+200F›‹U+061C›"],
  ["a\u0001b\u001b[31m\n\u007f\u0085", "a‹U+0001›b‹U+001B›[31m‹U+000A›‹U+007F›‹U+0085›"],
  ["x\ufffe\uffff\ud800y\u{1fffe}", "x‹U+FFFE›‹U+FFFF›‹U+D800›y‹U+1FFFE›"],
  ["a\u200bb\u2060\ufeff\u2028", "a‹U+200B›b‹U+2060›‹U+FEFF›‹U+2028›"],
])("%j is seen as %s", (text, seen) => expect(visibleText(text)).toBe(seen));
