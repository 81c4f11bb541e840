import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";

const HEADER = 8;
const DNS = 53;
const MULTICAST_DNS = 5353;
const WIREGUARD = 51_820;
/** Types of WireGuard's messages; three zeros follow (wireguard.com/protocol). */
const LAST_WIREGUARD_TYPE = 4;
/** ESP within UDP; four zeros would be a marker of IKE (RFC 3948 section 2). */
const ESP_IN_UDP = 4500;

/** UDP (RFC 768): of interest only where a well-known port carries a tunnel, or names. */
export function udp(frame: FrameDecoder, at: number, end: number): void {
  frame.skip("udp");
  if (at + HEADER > Math.min(end, frame.capturedEnd)) return;
  const { octets } = frame;
  const length = uint16(octets, at + 4);
  const datagramEnd = length < HEADER ? end : Math.min(end, at + length);
  const source = uint16(octets, at);
  if (source === DNS || source === MULTICAST_DNS) {
    frame.names?.dns(octets, at + HEADER, Math.min(datagramEnd, frame.capturedEnd));
  }
  const destination = uint16(octets, at + 2);
  if (isWireGuard(frame, at + HEADER, datagramEnd, source, destination)) return frame.skip("wireguard");
  if (isEspInUdp(frame, at + HEADER, datagramEnd, source, destination)) return frame.skip("esp");
  const rows = frame.builder.length;
  const isTunnel =
    frame.udpPort(destination, at + HEADER, datagramEnd) || frame.udpPort(source, at + HEADER, datagramEnd);
  // Another protocol may use the port of a tunnel: then the octets make no sense for the tunnel.
  if (isTunnel && frame.builder.length === rows && frame.isNonsense) frame.skip("udp");
}

function isWireGuard(
  { octets, capturedEnd }: FrameDecoder,
  at: number,
  end: number,
  ...ports: readonly number[]
): boolean {
  if (!ports.includes(WIREGUARD) || at + 4 > Math.min(end, capturedEnd)) return false;
  const type = octets[at] ?? 0;
  return type >= 1 && type <= LAST_WIREGUARD_TYPE && uint16(octets, at + 1) === 0 && octets[at + 3] === 0;
}

function isEspInUdp(
  { octets, capturedEnd }: FrameDecoder,
  at: number,
  end: number,
  ...ports: readonly number[]
): boolean {
  if (!ports.includes(ESP_IN_UDP) || at + 8 > Math.min(end, capturedEnd)) return false;
  return uint16(octets, at) !== 0 || uint16(octets, at + 2) !== 0;
}
