import type { Exchange } from "../exchange/exchange.ts";

/** The rows of one direction that were told to be lost, each until something shows that it may have come late. */
export class Losses {
  private readonly exchange: Exchange;
  private byStart: Map<number, number[]> | null = null;
  private byAcknowledgment: Map<number, number[]> | null = null;

  constructor(exchange: Exchange) {
    this.exchange = exchange;
  }

  add(row: number): void {
    const { start, columns } = this.exchange;
    this.byStart ??= new Map<number, number[]>();
    this.byAcknowledgment ??= new Map<number, number[]>();
    addTo(this.byStart, start[row], row);
    addTo(this.byAcknowledgment, columns.acknowledgmentNumber[row], row);
  }

  /** Takes out those that begin at a number, unwrapped. */
  takeStartingAt(number: number): readonly number[] {
    return takeFrom(this.byStart, number);
  }

  /** Takes out those with an acknowledgment number, as on the wire. */
  takeAcknowledging(number: number): readonly number[] {
    return takeFrom(this.byAcknowledgment, number);
  }

  takeAll(): readonly number[] {
    const rows = [...(this.byStart?.values() ?? [])].flat();
    this.byStart = null;
    this.byAcknowledgment = null;
    return rows;
  }
}

function addTo(rows: Map<number, number[]>, key: number, row: number): void {
  const known = rows.get(key);
  if (known === undefined) rows.set(key, [row]);
  else known.push(row);
}

function takeFrom(rows: Map<number, number[]> | null, key: number): readonly number[] {
  const found = rows?.get(key) ?? [];
  rows?.delete(key);
  return found;
}
