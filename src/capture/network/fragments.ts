/** The octets of one IP datagram outside its frame: source address, destination address, payload. */
export interface Datagram {
  readonly octets: Uint8Array;
  readonly addressLength: 4 | 16;
  readonly ttl: number;
  readonly ipId: number | undefined;
  readonly protocol: number;
  /** The records of its fragments, in the order in which they came. */
  readonly frames: readonly number[];
}

/** The record of a fragment with its innermost IP header, as `FrameDecoder` holds it. */
interface FragmentFrame extends Pick<Datagram, "octets" | "addressLength" | "ttl" | "ipId"> {
  readonly frame: number;
  readonly time: number;
  readonly sourceAt: number;
  readonly destinationAt: number;
}

/** One fragment: where it is in `frame.octets` and in the datagram. */
export interface Fragment {
  /** Identification of the datagram, 16 bits in IPv4, 32 in IPv6. */
  readonly id: number;
  readonly protocol: number;
  /** Octets of payload before this fragment. */
  readonly offset: number;
  readonly isLast: boolean;
  readonly at: number;
  readonly length: number;
}

interface Piece {
  readonly frame: number;
  readonly offset: number;
  readonly octets: Uint8Array;
}

interface Pending {
  readonly pieces: Piece[];
  /** Octets held in pieces. */
  held: number;
  /** Payload octets of the whole; -1 until the last fragment came. */
  total: number;
  /** The first fragment; null until it arrives. */
  first: { readonly datagram: Datagram; readonly frame: number; readonly time: number } | null;
}

/** An IP datagram has at most this many octets (RFC 791, RFC 8200 without jumbograms). */
const LARGEST_DATAGRAM = 65535;
const MOST_PENDING = 1024;
const MOST_HELD = 8 * 1024 * 1024;
/** The most fragments of a datagram; more, or more octets in repeated fragments, are an attack or damage. */
const MOST_PIECES = 1024;
const MOST_HELD_OF_ONE = 4 * LARGEST_DATAGRAM;

/** Reassembles IP fragments (RFC 791 section 3.2, RFC 8200 section 4.5) in bounded memory. */
export class FragmentTable {
  private readonly pending = new Map<string, Pending>();
  private readonly givenUp: NonNullable<Pending["first"]>[] = [];
  private held = 0;

  /**
   * Takes one fragment that was captured whole, of the datagram whose addresses `frame` points at.
   * Returns the datagram when this fragment completes it.
   */
  add(frame: FragmentFrame, fragment: Fragment): Datagram | null {
    if (fragment.offset + fragment.length > LARGEST_DATAGRAM) return null;
    const key = datagramKey(frame, fragment);
    const pending = this.pendingFor(key);
    const octets = frame.octets.slice(fragment.at, fragment.at + fragment.length);
    pending.pieces.push({ frame: frame.frame, offset: fragment.offset, octets });
    pending.held += octets.length;
    this.held += octets.length;
    if (fragment.isLast) pending.total = fragment.offset + fragment.length;
    if (fragment.offset === 0 && pending.first === null) {
      const datagram = datagramOf(frame, fragment, octets, framesOf(pending));
      pending.first = { datagram, frame: frame.frame, time: frame.time };
    }
    const payload = assembled(pending);
    if (payload === null || pending.first === null) {
      this.keepWithinBounds(key, pending);
      return null;
    }
    this.forget(key, pending);
    return datagramOf(frame, fragment, payload, framesOf(pending), pending.first.datagram.protocol);
  }

  /** First fragments of datagrams that stayed incomplete, in order of their frames; forgets them all. */
  takeIncomplete(): NonNullable<Pending["first"]>[] {
    for (const [key, pending] of this.pending) this.giveUp(key, pending);
    return this.givenUp.splice(0).toSorted((a, b) => a.frame - b.frame);
  }

  private pendingFor(key: string): Pending {
    const known = this.pending.get(key);
    if (known !== undefined) return known;
    const fresh: Pending = { pieces: [], held: 0, total: -1, first: null };
    this.pending.set(key, fresh);
    return fresh;
  }

  /** Drops a datagram of too many fragments, and the oldest datagrams if there are too many. */
  private keepWithinBounds(key: string, last: Pending): void {
    if (last.pieces.length > MOST_PIECES || last.held > MOST_HELD_OF_ONE) this.giveUp(key, last);
    for (const [oldest, pending] of this.pending) {
      if (this.pending.size <= MOST_PENDING && this.held <= MOST_HELD) break;
      this.giveUp(oldest, pending);
    }
  }

  private giveUp(key: string, pending: Pending): void {
    if (pending.first !== null && this.givenUp.length < MOST_PENDING) this.givenUp.push(pending.first);
    this.forget(key, pending);
  }

  private forget(key: string, pending: Pending): void {
    this.held -= pending.held;
    this.pending.delete(key);
  }
}

/**
 * The payload, or null while a part is missing. The last fragment ends where the payload does. Where fragments
 * overlap, the earlier one counts.
 */
function assembled({ pieces, held, total }: Pending): Uint8Array | null {
  if (total < 0 || held < total) return null;
  const inOrder = pieces.toSorted((a, b) => a.offset - b.offset);
  let covered = 0;
  for (const { offset, octets } of inOrder) {
    if (offset > covered) return null;
    covered = Math.max(covered, offset + octets.length);
  }
  const payload = new Uint8Array(total);
  let end = 0;
  for (const { offset, octets } of inOrder) {
    const known = Math.max(0, end - offset);
    if (known >= octets.length) continue;
    payload.set(octets.subarray(known, Math.min(octets.length, total - offset)), offset + known);
    end = offset + octets.length;
  }
  return payload;
}

function datagramOf(
  frame: FragmentFrame,
  fragment: Fragment,
  payload: Uint8Array,
  frames: readonly number[],
  protocol = fragment.protocol,
): Datagram {
  const { addressLength, sourceAt, destinationAt, ttl, ipId } = frame;
  const octets = new Uint8Array(addressLength * 2 + payload.length);
  octets.set(frame.octets.subarray(sourceAt, sourceAt + addressLength), 0);
  octets.set(frame.octets.subarray(destinationAt, destinationAt + addressLength), addressLength);
  octets.set(payload, addressLength * 2);
  return { octets, addressLength, ttl, ipId, protocol, frames };
}

function framesOf({ pieces }: Pending): readonly number[] {
  return pieces.map(({ frame }) => frame);
}

/** IPv4 distinguishes datagrams by protocol too; IPv6 does not, because only the first fragment has the protocol. */
function datagramKey(frame: FragmentFrame, { id, protocol }: Fragment): string {
  const { octets, addressLength, sourceAt, destinationAt } = frame;
  let key = `${id}/${addressLength === 4 ? protocol : "-"}/`;
  for (let i = 0; i < addressLength; i++) key += String.fromCharCode(octets[sourceAt + i]);
  for (let i = 0; i < addressLength; i++) key += String.fromCharCode(octets[destinationAt + i]);
  return key;
}
