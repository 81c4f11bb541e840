import type { ends as englishEnds, unknownState as englishUnknownState } from "../../en/start/ends.ts";

export const ends: typeof englishEnds = { client: "客户端", server: "服务器" };

export const unknownState: typeof englishUnknownState = "未知";
