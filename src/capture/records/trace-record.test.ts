import { expect, test } from "vitest";
import {
  big16,
  ethernetFrame,
  ipv4Datagram,
  ipv6Datagram,
  octets,
  tcpSegment,
} from "../../testing/capture-bytes.ts";
import { LAYERS } from "../layers.ts";
import { ethernet } from "../links/ethernet.ts";
import type { FileRecord } from "./read-records.ts";
import { TracingDecoder } from "./trace-record.ts";

const ETHERNET = 14;
const IPV4 = 20;
const IPV6 = 40;
const PAYLOAD = Array<number>(60).fill(0x41);

/** A record of Ethernet with 16 octets of its own before the packet. */
function recordOf(frame: Uint8Array): FileRecord {
  const header = 16;
  const all = octets(new Uint8Array(header), frame);
  return {
    frame: 1,
    octets: all,
    unitAt: 0,
    unitEnd: all.length,
    packetAt: header,
    capturedLength: frame.length,
    wireLength: frame.length,
    layer: LAYERS.linkTypes.get(1) ?? ethernet,
    linkType: 1,
    time: 0,
    capturePoint: 0,
  };
}

/** How many octets of a frame are headers. */
function headersOf(frame: Uint8Array): number {
  const decoder = new TracingDecoder();
  const record = recordOf(frame);
  decoder.trace(record);
  return decoder.headersEnd(record) - record.packetAt;
}

const segment = tcpSegment({ payload: PAYLOAD });

test.each([
  ["of a segment, up to its data", ethernetFrame(ipv4Datagram(segment)), ETHERNET + IPV4 + 20],
  [
    "of an ICMP error, up to ports and number of the segment that it quotes",
    ethernetFrame(ipv4Datagram(octets([3, 3, 0, 0, 0, 0, 0, 0], ipv4Datagram(segment)), { protocol: 1 })),
    ETHERNET + IPV4 + 8 + IPV4 + 8,
  ],
  [
    "of an ICMPv6 error, likewise",
    ethernetFrame(
      ipv6Datagram(octets([1, 4, 0, 0, 0, 0, 0, 0], ipv6Datagram(segment)), { nextHeader: 58 }),
      0x86dd,
    ),
    ETHERNET + IPV6 + 8 + IPV6 + 8,
  ],
  [
    "of a later fragment, up to the end of its IP header",
    ethernetFrame(ipv4Datagram(PAYLOAD, { fragment: 20 })),
    ETHERNET + IPV4,
  ],
  [
    "of a later fragment of IPv6, with its extension header",
    ethernetFrame(ipv6Datagram([6, 0, ...big16(160), 0, 0, 0, 1, ...PAYLOAD], { nextHeader: 44 }), 0x86dd),
    ETHERNET + IPV6 + 8,
  ],
  ["of what is no IP, none", ethernetFrame(PAYLOAD, 0x0806), 0],
])("the headers %s", (_, frame, length) => {
  expect(headersOf(frame)).toBe(length);
});

test("an ICMP error that is cut has the headers that were captured", () => {
  const whole = ethernetFrame(
    ipv4Datagram(octets([3, 3, 0, 0, 0, 0, 0, 0], ipv4Datagram(segment)), { protocol: 1 }),
  );
  expect(headersOf(whole.subarray(0, ETHERNET + IPV4 + 8 + 12))).toBe(ETHERNET + IPV4 + 8 + 12);
});
