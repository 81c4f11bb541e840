import { describe, expect, test } from "vitest";
import { OptionWriter } from "./option-writer.ts";
import { readTextOptions } from "./tcp-options-text.ts";
import { TextCursor } from "./text-cursor.ts";

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
  ])("%s", (printed, octets) => {
    expect(octetsOf(printed)).toBe(octets);
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
