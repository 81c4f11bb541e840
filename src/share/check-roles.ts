import { ACK, RST, SYN } from "../segments/flags.ts";
import { contradiction } from "./link-refusal.ts";
import type { SharedConnection } from "./shared-connection.ts";

/**
 * Checks that the segments agree with the roles that a link claims: a client by its SYN must have sent a SYN. Throws
 * a refusal.
 */
export function checkRoles({ segments, client, server, roleBasis, successor }: SharedConnection): void {
  let [hasSyn, hasSynAck] = [false, false];
  for (let row = 0; row < segments.length; row++) {
    const flags = segments.flags[row] & (SYN | ACK | RST);
    const isFromClient = segments.flow[row] === 0;
    if (flags === SYN && isFromClient) hasSyn = true;
    if (flags === (SYN | ACK) && !isFromClient) hasSynAck = true;
  }
  const isSelfConnect = client.address === server.address && client.port === server.port;
  if (roleBasis === "SYN" && !hasSyn) throw contradiction("roles");
  if (roleBasis === "SYN-ACK" && !hasSynAck && !isSelfConnect) throw contradiction("roles");
  if (isSelfConnect && (successor !== null || segments.flow.subarray(0, segments.length).includes(1)))
    throw contradiction("roles");
}
