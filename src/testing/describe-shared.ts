import { flagNames } from "../segments/flags.ts";
import { optionOctets } from "../segments/options.ts";
import type { SegmentColumns } from "../segments/segment-table.ts";
import type { Witnesses } from "../segments/witnesses.ts";
import type { SharedConnection } from "../share/shared-connection.ts";

/** Everything that a link holds, in words, to compare. */
export function describeShared(shared: SharedConnection): string[] {
  const { segments, client, server, successor } = shared;
  const { kind, origin, resolution } = segments.timeBase;
  return [
    `${client.address} ${client.port} > ${server.address} ${server.port}`,
    `client by ${shared.roleBasis}, start ${shared.why}`,
    `times ${kind} from ${origin}, every ${resolution ?? "?"}, last record ${segments.lastRecordTime}`,
    ...(shared.title === "" ? [] : [`title ${shared.title}`]),
    ...(shared.lacksTimestampsAndSack ? ["without timestamps and SACK"] : []),
    ...(successor === null ? [] : [`then ${JSON.stringify(successor)}`]),
    ...[...shared.hostNames].map(([address, name]) => `name ${address} ${name}`),
    ...shared.icmpErrors.map((error) => `error ${JSON.stringify(error)}`),
    ...shared.folds.map((fold) => `fold ${JSON.stringify(fold)}`),
    ...shared.notes.map((note) => `note ${JSON.stringify(note)}`),
    ...shared.unread.map((name) => `unread ${name}`),
    ...(shared.witnesses === null ? [] : describeWitnesses(shared.witnesses)),
    ...Array.from({ length: segments.length }, (_, row) => describeRow(segments, row)),
  ];
}

function describeRow(segments: SegmentColumns, row: number): string {
  const options = Buffer.from(optionOctets(segments, row)).toString("hex");
  return [
    `#${segments.frame[row]} at ${segments.time[row]}`,
    `${segments.flow[row] === 0 ? "client" : "server"} ${flagNames(segments.flags[row] ?? 0).join(",")}`,
    `seq ${segments.sequenceNumber[row]} ack ${segments.acknowledgmentNumber[row]} win ${segments.window[row]}`,
    `len ${segments.payloadLength[row]} urg ${segments.urgentPointer.get(row) ?? 0}`,
    `marks ${segments.marks[row]} id ${segments.ipId[row]} ttl ${segments.ttl[row]}`,
    `options ${options}`,
  ].join(" | ");
}

/** Times as nanoseconds from the zero of their kind: what they count from may differ. */
function describeWitnesses({ atClient, clock, timeBases, times, frames, rows }: Witnesses): string[] {
  const absolute = (witness: 0 | 1, time: number): string =>
    Number.isNaN(time) ? "-" : String(timeBases[witness].origin + BigInt(Math.round(time)));
  const apart = Number(timeBases[1].origin - timeBases[0].origin);
  const offsets = clock && [clock.low, clock.high, clock.drawn.offset].map((one) => Math.round(one + apart));
  return [
    `capture ${atClient} at the client; clocks ${timeBases.map(({ kind, resolution }) => `${kind} ${resolution ?? "?"}`).join(", ")}`,
    `offsets ${JSON.stringify(offsets)}, rate ${JSON.stringify(clock?.rate ?? null)} ${clock?.drawn.rate ?? 0}`,
    ...Array.from(rows.shown, (shown, row) =>
      [
        `${shown}: ${rows.sentAt[row]} ${rows.arrivedAt[row]}`,
        ...([0, 1] as const).map(
          (witness) => `#${frames[witness][row]} at ${absolute(witness, times[witness][row])}`,
        ),
      ].join(" | "),
    ),
  ];
}
