import { ACK, FIN, PSH, RST, SYN } from "../segments/flags.ts";
import { HANDSHAKE_AND_CLOSE } from "./captures/handshake-and-close.ts";
import { REFUSED } from "./captures/refused.ts";
import { SYN_LOST } from "./captures/syn-lost.ts";
import type { Example, PictureSegment } from "./example.ts";

const fromClient = (flags: number): PictureSegment => picture(true, flags);
const fromServer = (flags: number): PictureSegment => picture(false, flags);

function picture(isFromClient: boolean, flags: number): PictureSegment {
  return { fromClient: isFromClient, flags, hasData: (flags & PSH) !== 0, isLost: false };
}

/** The examples on the empty page, the plainest first. */
export const EXAMPLES: readonly Example[] = [
  {
    name: "handshake-and-close",
    fileName: "handshake-and-close.pcap",
    base64: HANDSHAKE_AND_CLOSE,
    picture: [
      fromClient(SYN),
      fromServer(SYN | ACK),
      fromClient(ACK),
      fromClient(PSH | ACK),
      fromServer(ACK),
      fromServer(PSH | ACK),
      fromClient(ACK),
      fromClient(FIN | ACK),
      fromServer(ACK),
      fromServer(FIN | ACK),
      fromClient(ACK),
    ],
  },
  {
    name: "refused",
    fileName: "refused.pcap",
    base64: REFUSED,
    picture: [fromClient(SYN), fromServer(RST | ACK)],
  },
  {
    name: "syn-lost",
    fileName: "syn-lost.pcap",
    base64: SYN_LOST,
    picture: [
      { ...fromClient(SYN), isLost: true },
      fromClient(SYN),
      fromServer(SYN | ACK),
      fromClient(ACK),
      fromClient(PSH | ACK),
      fromServer(ACK),
      fromServer(PSH | ACK),
      fromClient(ACK),
      fromClient(FIN | ACK),
      fromServer(ACK),
      fromServer(FIN | ACK),
      fromClient(ACK),
    ],
  },
];
