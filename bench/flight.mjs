// A window of data on its way: what a place between the hosts sees of it, with what goes wrong.

const RTO = 210_000;

/**
 * @param {object} flight
 * @param {readonly number[]} flight.lengths octets of each segment
 * @param {number} flight.first sequence number of the first
 * @param {number} flight.now microseconds
 * @param {number} flight.toReceiver microseconds from the place of capture
 * @param {number} flight.toSender the same
 * @param {{loss: number, reordering: number}} odds see `Plan`
 * @param {ReturnType<import("./random.mjs").random>} rng
 * @returns where each segment starts, where the last ends, and what is seen in order of time: segment `i`, or an ACK
 */
export function flightEvents({ lengths, first, now, toReceiver, toSender }, odds, rng) {
  const { starts, end } = numbersOf(lengths, first);
  const lost = lengths.findIndex(() => rng.chance(odds.loss));
  const isLostBefore = rng.chance(0.5);
  const swapped =
    lost < 0 ? lengths.findIndex((_, i) => i + 1 < lengths.length && rng.chance(odds.reordering)) : -1;
  const order = lengths.map((_, i) =>
    i === swapped ? i + 1 : i === swapped + 1 && swapped >= 0 ? swapped : i,
  );
  const spacing = rng.between(12, 60);
  const events = [];
  let received = first;
  let sackedTo = null;
  let duplicates = 0;
  let sent = now;
  const sack = (hole) => (hole < 0 || sackedTo === null ? undefined : [starts[hole + 1], sackedTo]);
  const acknowledge = (time, hole) =>
    events.push({ time: time + 2 * toReceiver, isAck: true, received, sack: sack(hole) });
  let unacknowledged = 0;
  for (const i of order) {
    sent += spacing;
    const segmentEnd = (starts[i] + lengths[i]) >>> 0;
    if (!(i === lost && isLostBefore)) events.push({ time: sent, i });
    if (i === lost) continue;
    if (lost >= 0 && i > lost) {
      sackedTo = segmentEnd;
      duplicates++;
      acknowledge(sent, lost);
    } else if (swapped >= 0 && i === swapped + 1) {
      sackedTo = segmentEnd;
      acknowledge(sent, swapped);
    } else {
      received = swapped >= 0 && i === swapped ? sackedTo : segmentEnd;
      if (swapped >= 0 && i === swapped) sackedTo = null;
      unacknowledged++;
      const isLast = i === order.at(-1);
      if (unacknowledged === 2 || isLast || (i === swapped && swapped >= 0)) {
        unacknowledged = 0;
        acknowledge(sent, -1);
      }
    }
  }
  if (lost >= 0) {
    const detected =
      duplicates >= 3 ? 2 * (toReceiver + toSender) + 3 * spacing : RTO + 2 * (toReceiver + toSender);
    const repeated = sent + detected;
    events.push({ time: repeated, i: lost, isCopy: true });
    events.push({ time: repeated + 2 * toReceiver, isAck: true, received: end });
  }
  events.sort((a, b) => a.time - b.time);
  return { starts, end, events };
}

function numbersOf(lengths, first) {
  const starts = [];
  let end = first;
  for (const length of lengths) {
    starts.push(end);
    end = (end + length) >>> 0;
  }
  return { starts, end };
}
