import type { SegmentTable } from "../segments/segment-table.ts";
import type { Witnesses } from "../segments/witnesses.ts";
import { anonymise } from "../share/anonymise.ts";
import { encodeLink } from "../share/encode-link.ts";
import { shareConnection } from "../share/share-connection.ts";
import type { Connection, ConnectionsById } from "../tcp/connection.ts";
import type { InspectOptions } from "./options.ts";

/**
 * The field `link` of a connection's line, if it is asked for; null if the connection is larger than a link may be.
 * @param witnesses what two captures show of it
 */
export async function linkFields(
  links: InspectOptions["links"],
  table: SegmentTable,
  connections: ConnectionsById,
  connection: Connection,
  witnesses: Witnesses | null = null,
): Promise<object> {
  if (links === "none") return {};
  const shared = { ...shareConnection(table, connections, connection), witnesses };
  const fragment = await encodeLink(links === "whole" ? shared : anonymise(shared, { hidesPorts: false }));
  return { link: fragment === null ? null : `#${fragment}` };
}
