import type { Profile } from "./profile.ts";

/** Clock granularity G of RFC 6298, in nanoseconds. */
const GRANULARITY = 1e6;
/** After a SYN had to be repeated, data starts with this (RFC 6298 rule 5.7). */
const AFTER_REPEATED_SYN = 3e9;

/**
 * The retransmission timeout of RFC 6298 section 2, in whole nanoseconds: SRTT and RTTVAR by the rules 2.2 and 2.3,
 * doubled at every timeout (5.5).
 */
export class RoundTrip {
  /** null before the first measurement. */
  smoothed: number | null = null;
  private variation = 0;
  private base: number;
  private doublings = 0;
  private readonly profile: Profile;

  constructor(profile: Profile) {
    this.profile = profile;
    this.base = profile.firstTimeout;
  }

  /** How long to wait for an acknowledgment now. */
  get timeout(): number {
    return Math.min(this.base * 2 ** Math.min(this.doublings, 40), this.profile.largestTimeout);
  }

  /** Takes a measured round trip of a segment that was sent once (Karn: rule 3). */
  measure(roundTrip: number): void {
    if (this.smoothed === null) {
      this.smoothed = roundTrip;
      this.variation = Math.floor(roundTrip / 2);
    } else {
      const error = Math.abs(this.smoothed - roundTrip);
      this.variation = Math.floor((3 * this.variation + error) / 4);
      this.smoothed = Math.floor((7 * this.smoothed + roundTrip) / 8);
    }
    const { leastTimeout, addsLeastTimeout } = this.profile;
    const spread = 4 * this.variation;
    this.base = addsLeastTimeout
      ? this.smoothed + Math.max(leastTimeout, spread)
      : Math.max(leastTimeout, this.smoothed + Math.max(GRANULARITY, spread));
    this.doublings = 0;
  }

  backOff(): void {
    this.doublings++;
  }

  /** New data was acknowledged: Linux forgets the doublings, the RFC keeps them until a round trip is measured. */
  progress(): void {
    if (this.profile.addsLeastTimeout) this.doublings = 0;
  }

  /** The handshake is over. @param repeatedSyn its SYN, or SYN,ACK, was sent more than once */
  endHandshake(repeatedSyn: boolean): void {
    if (repeatedSyn && this.smoothed === null) this.base = AFTER_REPEATED_SYN;
    this.doublings = 0;
  }
}
