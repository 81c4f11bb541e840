import type { ends as englishEnds, unknownState as englishUnknownState } from "../../en/start/ends.ts";

export const ends: typeof englishEnds = { client: "클라이언트", server: "서버" };

export const unknownState: typeof englishUnknownState = "알 수 없음";
