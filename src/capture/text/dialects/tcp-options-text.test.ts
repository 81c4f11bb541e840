import { describe, expect, test } from "vitest";
import { TextCursor } from "../lines/text-cursor.ts";
import { OptionWriter } from "./option-writer.ts";
import { readTextOptions } from "./tcp-options-text.ts";

const CLOSE = "]".charCodeAt(0);

function octetsOf(list: string): string {
  const writer = new OptionWriter();
  readTextOptions(new TextCursor(`${list}]`, 0), CLOSE, writer);
  return Buffer.from(writer.octets.subarray(0, writer.length)).toString("hex");
}

describe("printed options become the octets they were", () => {
  test.each([
    ["mss 1460", "020405b4"],
    ["sackOK", "0402"],
    ["sackok", "0402"],
    ["TS val 1 ecr 2", "080a0000000100000002"],
    ["timestamp 1 2", "080a0000000100000002"],
    ["nop,nop,eol", "010100"],
    ["wscale 7", "030307"],
    ["sack 1 {100:200}", "050a00000064000000c8"],
    ["sack sack 1 {100:200} ", "050a00000064000000c8"],
    ["tfo  cookie 0102030405060708", "220a0102030405060708"],
    ["tfo  cookiereq", "2202"],
    ["exp-tfo cookiereq", "fe04f989"],
    ["opt-34:01020304", "220601020304"],
    ["opt-34:", "2202"],
    ["unknown-76 0x0a01", "4c040a01"],
    ["uto 0x800a 10", "1c04800a"],
    ["md5 00112233445566778899aabbccddeeff", "131200112233445566778899aabbccddeeff"],
    [
      "md5 shared secret not supplied with -M, can't check - 00112233445566778899aabbccddeeff",
      "131200112233445566778899aabbccddeeff",
    ],
    ["tcp-ao keyid 1 rnextkeyid 2 mac 0xaabb", "1d060102aabb"],
    ["cc 1,sackOK", "0b06000000010402"],
    ["echo 1", "060600000001"],
    ["echoreply 1", "070600000001"],
    ["ccnew 1", "0c0600000001"],
    ["ccecho 1", "0d0600000001"],
    ["Unknown Option 76:0a", "4c030a"],
    ["opt-34,nop", "220201"],
    ["md5:00112233445566778899aabbccddeeff", "131200112233445566778899aabbccddeeff"],
    [
      "md5 shared secret not supplied with -M, digest 00112233445566778899aabbccddeeff",
      "131200112233445566778899aabbccddeeff",
    ],
    ["sack 0", ""],
    ["nop;nop", "0101"],
  ])("%s", (printed, octets) => {
    expect(octetsOf(printed)).toBe(octets);
  });

  test.each([
    "echo 4294967296",
    "emptol",
    "mss",
    "mss 65536",
    "mess 1",
    "md5 0011",
    "nope",
    "sock",
    "sack x",
    "sack 1 {1:2",
    "sack 1 {:2}",
    "TS val 1",
    "tfo",
    "tcp-ao 1",
    "tcp-ao keyid 1",
    "tcp-ao keyid 1 rnextkeyid x",
    "tcp-ao keyid 1 rnextkeyid 2",
    "cc x",
    "uto",
    "unknown-256 0x00",
    "unknown-x",
    "unknown-76 ??",
    `opt-34:${"00".repeat(254)}`,
  ])("%s makes no sense: no octet is invented, and the next option is read", (printed) => {
    expect(octetsOf(`${printed},wscale 7`)).toBe("030307");
  });

  test.each([
    ["nop,[|tcp]", true],
    ["nop,[bad opt]", true],
    ["nop,[odd]", false],
  ])("%s: cut %s", (printed, isCut) => {
    const writer = new OptionWriter();
    const end = readTextOptions(new TextCursor(`${printed}]`, 0), CLOSE, writer);
    expect([end.isCut, end.isClosed, writer.length]).toEqual([isCut, true, 1]);
  });

  test("a bracket inside the list that never closes ends it", () => {
    const writer = new OptionWriter();
    const end = readTextOptions(new TextCursor("nop,[odd", 0), CLOSE, writer);
    expect([end.isCut, end.isClosed]).toEqual([true, false]);
  });

  test("what prints no octets is left out, the rest is kept", () => {
    expect(octetsOf("mss 1460,mptcp 12 capable v1 csum {0xaabb},nop")).toBe("020405b401");
    expect(octetsOf("nop,nop,sack invalid sack,eol")).toBe("010100");
    expect(octetsOf("mss 1460,TS val 5")).toBe("020405b4");
  });

  test("a list that is cut says so", () => {
    const read = (text: string): unknown =>
      readTextOptions(new TextCursor(text, 0), CLOSE, new OptionWriter());
    expect(read("mss 1460,nop]")).toMatchObject({ isClosed: true, isCut: false });
    expect(read("mss 1460, [|tcp]")).toMatchObject({ isClosed: false, isCut: true });
    expect(read("mss 1460,no")).toMatchObject({ isClosed: false, isCut: true });
  });
});
