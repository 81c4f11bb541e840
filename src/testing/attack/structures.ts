import { ACK, FIN, PSH, RST, SYN } from "../../segments/flags.ts";
import { type WrittenSegment, PacketWriter } from "./packet-writer.ts";

/** Initial sequence numbers of both ends. */
const CLIENT_START = 1000;
const SERVER_START = 5000;
/** The first octet of data of each end. */
const CLIENT_DATA = CLIENT_START + 1;
const SERVER_DATA = SERVER_START + 1;
const DATA = PSH | ACK;
const FIRST_ADDRESS = 0x0a000000;

/** Each writes n of something that a rule of the core may look at once for each of the others. */
type Structure = (n: number) => Uint8Array<ArrayBuffer>;

type Write = (segment: WrittenSegment) => void;

function capture(write: (writer: PacketWriter, tcp: Write) => void): Uint8Array<ArrayBuffer> {
  const writer = new PacketWriter();
  write(writer, (segment) => writer.tcp(segment));
  return writer.finish();
}

/** A capture that begins with a handshake. */
function connected(write: (tcp: Write, writer: PacketWriter) => void): Uint8Array<ArrayBuffer> {
  return capture((writer, tcp) => {
    tcp({ seq: CLIENT_START, flags: SYN });
    tcp({ isBack: true, seq: SERVER_START, ack: CLIENT_DATA, flags: SYN | ACK });
    tcp({ seq: CLIENT_DATA, ack: SERVER_DATA });
    write(tcp, writer);
  });
}

/** Data of the client from its `offset`-th octet on. */
function data(offset: number, length: number): WrittenSegment {
  return { seq: CLIENT_DATA + offset, ack: SERVER_DATA, flags: DATA, length };
}

/** An ACK of the server of so many octets of the client's data. */
function taken(octets: number): WrittenSegment {
  return { isBack: true, seq: SERVER_DATA, ack: CLIENT_DATA + octets };
}

function times(n: number, write: (index: number) => void): void {
  for (let index = 0; index < n; index++) write(index);
}

function octets32(value: number): number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

/** SACK blocks (RFC 2018), as offsets in the client's data. */
function sack(...blocks: readonly (readonly [from: number, to: number])[]): number[] {
  const edges = blocks.flat().flatMap((edge) => octets32(CLIENT_DATA + edge));
  return [1, 1, 5, 2 + edges.length, ...edges];
}

/** TCP timestamps (RFC 7323). */
function stamps(value: number, echo: number): number[] {
  return [1, 1, 8, 10, ...octets32(value), ...octets32(echo)];
}

/** Structures of one connection. */
const OF_A_CONNECTION: Readonly<Record<string, Structure>> = {
  bulk: (n) =>
    connected((tcp) =>
      times(n, (i) => {
        tcp(data(10 * i, 10));
        if (i % 2 === 1) tcp(taken(10 * i + 10));
      }),
    ),
  "FIN again and again": (n) =>
    connected((tcp) => {
      tcp({ seq: CLIENT_DATA, ack: SERVER_DATA, flags: FIN | ACK });
      times(n + 1, () => {
        tcp({ isBack: true, seq: SERVER_DATA, ack: CLIENT_DATA + 1, flags: FIN | ACK });
        tcp({ seq: CLIENT_DATA + 1, ack: SERVER_DATA + 1 });
      });
    }),
  "FINs with new numbers": (n) =>
    connected((tcp) =>
      times(n, (i) => {
        tcp({ ...data(10 * i, 9), flags: DATA | FIN });
        tcp({ ...taken(10 * i + 9), seq: SERVER_DATA + i, flags: FIN | ACK });
      }),
    ),
  "duplicate ACKs": (n) =>
    connected((tcp) => {
      tcp(data(0, 10));
      times(n, () => tcp(taken(0)));
    }),
  "one segment again and again": (n) =>
    connected((tcp) => {
      times(n, () => tcp(data(0, 10)));
      tcp(taken(10));
    }),
  "one segment again and again after its ACK": (n) =>
    connected((tcp) =>
      times(n, () => {
        tcp(data(0, 10));
        tcp(taken(10));
      }),
    ),
  "overlapping ranges downwards": (n) =>
    connected((tcp) => {
      times(n, (i) => tcp(data(3 * (n - i), 50)));
      tcp(taken(3 * n + 60));
    }),
  "a SACK block that grows downwards": (n) =>
    connected((tcp) =>
      times(n, (i) => {
        tcp(data(10 * (n - i), 10));
        tcp({ ...taken(0), options: sack([10 * (n - i), 10 * n + 10]) });
      }),
    ),
  "four wide SACK blocks each ACK": (n) =>
    connected((tcp) => {
      times(n, (i) => tcp(data(10 * i, 10)));
      times(n, (i) => {
        const blocks = sack([10, 10 * i + 10], [20, 10 * n], [30, 10 * i], [0, 10 * n]);
        tcp({ ...taken(0), options: blocks });
      });
    }),
  "a hole before every SACK block": (n) =>
    connected((tcp) =>
      times(n, (i) => {
        tcp(data(20 * i, 10));
        tcp({ ...taken(0), options: sack([20 * i, 20 * i + 10], [20, 30]) });
      }),
    ),
  "D-SACK with timestamps": (n) =>
    connected((tcp) => {
      times(n, (i) => tcp({ ...data(10 * (i % 100), 10), options: stamps(i, i) }));
      tcp({ ...taken(1000), options: sack([0, 499]) });
    }),
  "zero-window probes": (n) =>
    connected((tcp) => {
      tcp({ ...taken(0), window: 0 });
      times(n, () => {
        tcp({ ...data(0, 1), flags: ACK });
        tcp({ ...taken(0), window: 0 });
      });
    }),
  "keep-alives": (n) =>
    connected((tcp) => {
      tcp(data(0, 1));
      tcp(taken(1));
      times(n, () => {
        tcp({ ...data(0, 1), flags: ACK });
        tcp(taken(1));
      });
    }),
  "all segments once more": (n) =>
    connected((tcp) => {
      times(n, (i) => tcp(data(10 * i, 10)));
      times(n, (i) => tcp({ ...data(10 * i, 10), after: 50 }));
      tcp(taken(10 * n));
    }),
  "all segments land late": (n) =>
    connected((tcp) => {
      times(n, (i) => tcp(data(10 * i, 10)));
      times(n, () => tcp(taken(0)));
      tcp(taken(10 * n));
    }),
  "sequence numbers that wrap each segment": (n) =>
    connected((tcp) => {
      let offset = 0;
      times(n, () => {
        tcp(data(offset, 10));
        tcp(taken(offset + 10));
        offset = (offset + 0x7ffffff0) >>> 0;
      });
    }),
  "times backwards by a day": (n) =>
    connected((tcp) =>
      times(n, (i) => tcp({ ...data(10 * i, 10), after: i % 5000 === 0 ? 4000 * 86_400e6 : -86_400e6 })),
    ),
  "captured late, sixteen at a time": (n) =>
    connected((tcp) =>
      times(n, (i) => {
        const at = i - (i % 16) + 15 - (i % 16);
        tcp({ ...data(10 * at, 10), ack: SERVER_DATA + at });
      }),
    ),
  "stray SYNs": (n) =>
    connected((tcp) => {
      times(n, (i) => tcp({ seq: 100_000 + 977 * i, flags: SYN }));
      tcp(data(0, 10));
      tcp(taken(10));
    }),
  "stray SYNs between data": (n) =>
    connected((tcp) =>
      times(n, (i) => {
        tcp({ seq: 100_000 + 977 * i, flags: SYN });
        tcp(data(i, 1));
      }),
    ),
  "wrong RSTs": (n) =>
    connected((tcp) =>
      times(n, (i) => {
        tcp(data(i, 1));
        tcp({ isBack: true, seq: 9000 + i, flags: RST });
      }),
    ),
  "RST without end": (n) => connected((tcp) => times(n, () => tcp({ ...taken(0), flags: RST }))),
  "challenge ACKs": (n) =>
    connected((tcp) => {
      times(n, () => {
        tcp({ seq: CLIENT_DATA + 10, flags: RST });
        tcp(taken(0));
      });
      tcp(data(0, 3));
    }),
  "ICMP errors about a number that is not there": (n) =>
    connected((tcp, writer) => {
      times(n, (i) => tcp(data(10 * i, 10)));
      times(n, () => writer.unreachable({ seq: 7 }));
    }),
  "ICMP errors about the first of many segments": (n) =>
    connected((tcp, writer) => {
      times(n, (i) => tcp(data(10 * i, 10)));
      times(n, () => writer.unreachable(data(0, 10)));
    }),
};

/** Structures of openings, of one connection or of many on one pair of endpoints. */
const OF_OPENINGS: Readonly<Record<string, Structure>> = {
  "SYNs with data and SYN,ACKs that take none of it": (n) =>
    capture((_, tcp) => {
      times(n, () => tcp({ seq: CLIENT_START, flags: SYN, length: 4 }));
      times(n, () => tcp({ isBack: true, seq: SERVER_START, ack: CLIENT_DATA, flags: SYN | ACK }));
    }),
  "SYNs with data by turns with SYN,ACKs": (n) =>
    capture((_, tcp) =>
      times(n, (i) => {
        const window = i & 0xffff;
        tcp({ seq: CLIENT_START, flags: SYN, length: 4, window });
        tcp({ isBack: true, seq: SERVER_START, ack: CLIENT_DATA, flags: SYN | ACK, window });
      }),
    ),
  "RSTs that refuse no SYN": (n) =>
    capture((_, tcp) => {
      times(n, () => tcp({ seq: CLIENT_START, flags: SYN }));
      times(n, () => tcp({ isBack: true, seq: 0, ack: 77, flags: RST | ACK }));
    }),
  "RSTs that refuse no SYN with data": (n) =>
    capture((_, tcp) => {
      times(n, (i) => tcp({ seq: CLIENT_START, flags: SYN, length: i % 1000 }));
      times(n, () => tcp({ isBack: true, seq: 0, ack: 77, flags: RST | ACK }));
    }),
  "SYN,ACKs of other numbers": (n) =>
    capture((_, tcp) => {
      tcp({ seq: CLIENT_START, flags: SYN });
      times(n, (i) => {
        tcp({ isBack: true, seq: SERVER_START + 5 * i, ack: CLIENT_DATA, flags: SYN | ACK });
        tcp({ seq: CLIENT_DATA, ack: SERVER_DATA + 5 * i });
      });
    }),
  "SYN,ACKs of one number": (n) =>
    capture((_, tcp) => {
      tcp({ seq: CLIENT_START, flags: SYN });
      times(n, () => {
        tcp({ isBack: true, seq: SERVER_START, ack: CLIENT_DATA, flags: SYN | ACK });
        tcp({ seq: CLIENT_DATA, ack: SERVER_DATA });
      });
    }),
  "simultaneous open again and again": (n) =>
    capture((_, tcp) =>
      times(n, () => {
        tcp({ seq: CLIENT_START, flags: SYN });
        tcp({ isBack: true, seq: SERVER_START, flags: SYN });
        tcp({ seq: CLIENT_START, ack: SERVER_DATA, flags: SYN | ACK });
        tcp({ isBack: true, seq: SERVER_START, ack: CLIENT_DATA, flags: SYN | ACK });
      }),
    ),
  "self-connect": (n) =>
    capture((_, tcp) =>
      times(n, (i) => {
        const ends = { client: FIRST_ADDRESS + 1, server: FIRST_ADDRESS + 1, clientPort: 80 };
        const number = CLIENT_START + i;
        tcp({ ...ends, seq: number, ack: number, flags: i === 0 ? SYN : DATA, length: i === 0 ? 0 : 1 });
      }),
    ),
  "one pair again and again": (n) =>
    capture((_, tcp) =>
      times(n, (i) => {
        const [client, server] = [7919 * i, 9 + i];
        tcp({ seq: client, flags: SYN });
        tcp({ isBack: true, seq: server, ack: client + 1, flags: SYN | ACK });
        tcp({ seq: client + 1, ack: server + 1 });
        tcp({ seq: client + 1, ack: server + 1, flags: RST | ACK });
      }),
    ),
  "one pair again and again, an ICMP error each": (n) => reusedWithErrors(n, 7),
  "one pair again and again, an ICMP error about all": (n) => reusedWithErrors(n, 0),
};

/** Refused connections on one pair, an ICMP error about that number of the server behind each. */
function reusedWithErrors(n: number, quoted: number): Uint8Array<ArrayBuffer> {
  return capture((writer, tcp) =>
    times(n, (i) => {
      tcp({ seq: 1000 * i, flags: SYN });
      tcp({ isBack: true, seq: 0, ack: 1000 * i + 1, flags: RST | ACK });
      writer.unreachable({ isBack: true, seq: quoted });
    }),
  );
}

/** Structures of many connections, and of packets without any. */
const OF_MANY: Readonly<Record<string, Structure>> = {
  "many SYNs": (n) => capture((_, tcp) => times(n, (i) => tcp({ ...pairOf(i), seq: i, flags: SYN }))),
  "many SYNs over IPv6": (n) => capture((writer) => times(n, (i) => writer.syn6([i, 0, 0]))),
  "many irregular connections": (n) =>
    capture((_, tcp) =>
      times(n, (i) => {
        tcp({ ...pairOf(i), seq: i });
        tcp({ ...pairOf(i), isBack: true, seq: i, flags: RST });
      }),
    ),
  "first fragments": (n) => capture((writer) => times(n, (i) => writer.fragment(i & 0xffff, MORE_FRAGMENTS))),
  "fragments of one datagram": (n) =>
    capture((writer) =>
      times(n, (i) => writer.fragment(1, i % 1024 === 0 ? SECOND_PART : MORE_FRAGMENTS | SECOND_PART)),
    ),
};

const MORE_FRAGMENTS = 0x2000;
/** Offset 16 octets. */
const SECOND_PART = 2;

function pairOf(index: number): Pick<WrittenSegment, "client" | "clientPort"> {
  return { client: FIRST_ADDRESS + index, clientPort: 1024 + (index % 60_000) };
}

/** Captures that make a rule cost more than it should, by what they hold. */
export const STRUCTURES: Readonly<Record<string, Structure>> = {
  ...OF_A_CONNECTION,
  ...OF_OPENINGS,
  ...OF_MANY,
};
