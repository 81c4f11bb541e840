import type { Endpoint } from "../segments/endpoint.ts";
import { blankUnknownOptions } from "./blank-options.ts";
import { addressesLike, type AddressReplacement } from "./documentation-addresses.ts";
import type { SharedConnection } from "./shared-connection.ts";

/** What of a connection is not told. */
export interface Anonymity {
  /** Whether the port numbers are replaced, too. */
  readonly hidesPorts: boolean;
}

/** Ports that stand for those of the client and the server: in the range that no service has (RFC 6335). */
const PORTS = [50_001, 50_002] as const;

/**
 * The same connection among other addresses: one to one by addresses for documentation, loopback kept, names dropped.
 * What options that Synfin does not know contain is blanked: some carry addresses. Everything else is told as it is.
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
