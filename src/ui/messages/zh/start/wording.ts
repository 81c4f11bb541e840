import type { Side } from "../../../../tcp/state.ts";
import { formatCount } from "../../../figures.ts";

/** What several catalogues say in the same words. */
export const ends: Record<Side, string> = { client: "客户端", server: "服务器" };

/** `1,460 字节`. */
export function countOctets(octets: number): string {
  return `${formatCount(octets)} 字节`;
}

/** `直到报文段 10，共 259 ms`; `直到捕获结束，共 38 s`. */
export function times(until: string | null, duration: string | null): string {
  const end = until === null ? "直到捕获结束" : `直到${until}`;
  return duration === null ? end : `${end}，共 ${duration}`;
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
