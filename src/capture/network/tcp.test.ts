import { expect, test } from "vitest";
import { optionsOf } from "../../segments/options.ts";
import { Mark } from "../../segments/segment-table.ts";
import { ethernetFrame, ipv4Datagram, pcapFile, tcpSegment } from "../../testing/capture-bytes.ts";
import { foundIn, readOctets } from "../../testing/read-octets.ts";

const OPTIONS = [2, 4, 5, 180, 1, 3, 3, 7, 8, 10, 0, 0, 0, 9, 0, 0, 0, 5, 1, 0];
const ETHERNET_AND_IP = 34;

/** The one segment of a record of which only some octets of the TCP header were captured. */
async function cutAt(
  octets: number,
): Promise<{ length: number; marks: number; window: number; mss?: number }> {
  const frame = ethernetFrame(ipv4Datagram(tcpSegment({ options: OPTIONS, payload: new Uint8Array(77) })));
  const { table } = await readOctets(pcapFile([{ octets: frame, captured: ETHERNET_AND_IP + octets }]));
  const { mss } = optionsOf(table, 0);
  return {
    length: table.payloadLength[0] ?? -1,
    marks: (table.marks[0] ?? 0) & ~Mark.HasIpId,
    window: table.window[0] ?? -1,
    ...(mss !== undefined && { mss }),
  };
}

test("all nine control bits, the urgent pointer and every number of the header", async () => {
  const segment = tcpSegment({
    seq: 0xfffffff0,
    ack: 0x80000001,
    flags: 0x1ff,
    window: 65535,
    urgent: 513,
    payload: [1, 2, 3],
  });
  const { table } = await readOctets(pcapFile([{ octets: ethernetFrame(ipv4Datagram(segment)) }]));
  expect(table.sequenceNumber[0]).toBe(0xfffffff0);
  expect(table.acknowledgmentNumber[0]).toBe(0x80000001);
  expect(table.flags[0]).toBe(0x1ff);
  expect(table.window[0]).toBe(65535);
  expect(table.urgentPointer.get(0)).toBe(513);
  expect(table.payloadLength[0]).toBe(3);
});

test("a header that the snap length cut gives the fields that are there", async () => {
  const whole = { length: 77, marks: 0, window: 64240, mss: 1460 };
  expect(await cutAt(117)).toEqual(whole);
  expect(await cutAt(40)).toEqual(whole);
  expect(await cutAt(24)).toEqual({ ...whole, marks: Mark.Truncated });
  expect(await cutAt(20)).toEqual({ length: 77, marks: Mark.Truncated, window: 64240 });
  expect(await cutAt(14)).toEqual({ length: 77, marks: Mark.Truncated | Mark.WindowUnknown, window: 0 });
});

test("with less than the control bits there is no segment, and the record counts as cut", async () => {
  await expect(cutAt(13)).rejects.toThrow('"cut":1');
});

test("a data offset below five words is malformed, as is a datagram that ends within the header", async () => {
  const segment = tcpSegment();
  segment[12] = 0x40;
  expect(await foundIn(ethernetFrame(ipv4Datagram(segment)))).toBe("malformed");
  expect(await foundIn(ethernetFrame(ipv4Datagram(tcpSegment().subarray(0, 13))))).toBe("malformed");
});

test("padding behind the datagram is no payload", async () => {
  const frame = new Uint8Array(60);
  frame.set(ethernetFrame(ipv4Datagram(tcpSegment({ payload: [1, 2] }))));
  expect(await foundIn(frame)).toBe("192.0.2.1 40000 > 192.0.2.2 80 len 2");
});
