import type { Endpoint } from "../segments/endpoint.ts";
import { blankUnknownOptions } from "./blank-options.ts";
import { addressesLike, type AddressReplacement } from "./documentation-addresses.ts";
import type { SharedConnection } from "./shared-connection.ts";

/** What a link hides of a connection. */
export interface Anonymity {
  /** Whether the port numbers are replaced, too. */
  readonly hidesPorts: boolean;
}

/** The ports that replace those of client and server: of the dynamic range, which no service owns (RFC 6335). */
const PORTS = [50_001, 50_002] as const;

/**
 * The connection with other addresses: each is replaced by one for documentation, loopback stays, names are dropped.
 * The contents of options that Synfin does not know are blanked, because some carry addresses. Everything else stays.
 */
export function anonymise(shared: SharedConnection, { hidesPorts }: Anonymity): SharedConnection {
  const replacement: AddressReplacement = addressesLike([
    shared.client.address,
    shared.server.address,
    ...shared.icmpErrors.map(({ reporter }) => reporter),
  ]);
  const isOnePort = shared.client.port === shared.server.port;
  const hidden = (end: Endpoint, port: number): Endpoint => ({
    address: replacement(end.address),
    port: hidesPorts || typeof end.port === "string" ? port : end.port,
  });
  return {
    ...shared,
    segments: blankUnknownOptions(shared.segments),
    client: hidden(shared.client, PORTS[0]),
    server: hidden(shared.server, isOnePort ? PORTS[0] : PORTS[1]),
    icmpErrors: shared.icmpErrors.map((error) =>
      Object.assign({}, error, { reporter: replacement(error.reporter) }),
    ),
    hostNames: new Map(),
  };
}
