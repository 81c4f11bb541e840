import { words } from "../words.ts";

/** What the IP header of a segment says, where the capture has it. */
export const datagramWords = words({
  ttl: {
    en: (ttl: number) => `IP: TTL ${ttl}`,
    ko: (ttl) => `IP: TTL ${ttl}`,
    zh: (ttl) => `IP：TTL ${ttl}`,
  },
  identification: {
    en: (number: string) => `identification ${number}`,
    ko: (number) => `식별자 ${number}`,
    zh: (number) => `标识 ${number}`,
  },
});
