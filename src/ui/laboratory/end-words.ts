/** Both ends within a sentence, by the index that a script gives them: the client, the server. */
export const ENDS_EN = ["client", "server"] as const;
export const ENDS_KO = ["클라이언트", "서버"] as const;
export const ENDS_ZH = ["客户端", "服务器"] as const;
