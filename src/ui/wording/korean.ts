import type { Side } from "../../tcp/state.ts";
import { formatCount, formatDuration } from "../figures.ts";

/** What several catalogues say in the same words. */
export const ends: Record<Side, string> = { client: "클라이언트", server: "서버" };

/** `1,460바이트`. */
export function countOctets(octets: number): string {
  return `${formatCount(octets)}바이트`;
}

/** `세그먼트 10까지, 259 ms 동안`; `캡처가 끝날 때까지, 38초 동안`. */
export function times(until: string | null, duration: string | null): string {
  const end = until === null ? "캡처가 끝날 때까지" : `${until}까지`;
  return duration === null ? end : `${end}, ${spoken(duration)} 동안`;
}

const UNITS: Readonly<Record<string, string>> = { s: "초", min: "분", h: "시간", d: "일" };

/** `1 min 30 s` within a sentence: `1분 30초`. What is shorter than a second stays as it is. */
export function spoken(duration: string): string {
  return duration.replace(/ (s|min|h|d)\b/gu, (whole, unit: string) => UNITS[unit] ?? whole);
}

/** Nanoseconds within a sentence: `1분 30초`, `350 ms`. */
export function lasting(nanoseconds: number): string {
  return spoken(formatDuration(nanoseconds));
}

/** `a, b 또는 c`. */
export function oneOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} 또는 ${last}`;
}

/** `세그먼트 1,460개`. */
export const segmentCount = (count: number): string => `세그먼트 ${formatCount(count)}개`;

/** `연결 1,460개`. */
export const connectionCount = (count: number): string => `연결 ${formatCount(count)}개`;
