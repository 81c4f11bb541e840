import type { Side } from "../../tcp/state.ts";
import { formatCount, formatDuration } from "../figures.ts";

/** What several catalogues say in the same words. */
export const ends: Record<Side, string> = { client: "客户端", server: "服务器" };

/** `1,460 字节`. */
export function countOctets(octets: number): string {
  return `${formatCount(octets)} 字节`;
}

/** `直到报文段 10，共 259 ms`; `直到捕获结束，共 38 秒`. */
export function times(until: string | null, duration: string | null): string {
  const end = until === null ? "直到捕获结束" : `直到${until}`;
  return duration === null ? end : `${end}，共 ${spoken(duration).trimEnd()}`;
}

const UNITS: Readonly<Record<string, string>> = { s: " 秒", min: " 分", h: " 小时", d: " 天" };

/** `1 min 30 s` before Chinese words: `1 分 30 秒`. What is shorter than a second keeps its unit, and a blank behind it. */
export function spoken(duration: string): string {
  const told = duration.replace(/ (s|min|h|d)\b/gu, (whole, unit: string) => UNITS[unit] ?? whole);
  return /[a-z]$/u.test(told) ? `${told} ` : told;
}

/** Nanoseconds before Chinese words: `1 分 30 秒`, `350 ms `. */
export function lasting(nanoseconds: number): string {
  return spoken(formatDuration(nanoseconds));
}

/** `a、b 或 c`. */
export function oneOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join("、")} 或 ${last}`;
}

/** `1,460 个报文段`. */
export const segmentCount = (count: number): string => `${formatCount(count)} 个报文段`;

/** `1,460 个连接`. */
export const connectionCount = (count: number): string => `${formatCount(count)} 个连接`;
