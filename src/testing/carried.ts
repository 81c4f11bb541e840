import { ipv4Datagram, ipv6Datagram, tcpSegment } from "./capture-bytes.ts";

/** What the tests of links and tunnels wrap: a datagram of each version with a SYN and three octets … */
export const ip4 = ipv4Datagram(tcpSegment({ payload: [1, 2, 3] }));
export const ip6 = ipv6Datagram(tcpSegment({ payload: [1, 2, 3] }));

/** … and what `foundIn` says when it was found. */
export const IPV4 = "192.0.2.1 40000 > 192.0.2.2 80 len 3";
export const IPV6 = "2001:db8::1 40000 > 2001:db8::2 80 len 3";

/** IEEE 802.2 with SNAP before IPv4. */
export const SNAP = [0xaa, 0xaa, 3, 0, 0, 0, 8, 0];
/** Two addresses of IEEE 802. */
export const MACS = [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2];

export function zeros(count: number): Uint8Array {
  return new Uint8Array(count);
}
