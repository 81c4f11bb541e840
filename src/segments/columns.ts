import { lengthened, release } from "../base/doubled.ts";

/** A column of the segment table: one element a row. */
interface Column {
  readonly array:
    | typeof Float64Array<ArrayBuffer>
    | typeof Uint32Array<ArrayBuffer>
    | typeof Uint16Array<ArrayBuffer>
    | typeof Uint8Array<ArrayBuffer>;
  readonly unit: string;
  /** The element of a row of which the input tells nothing. Other than 0 only where every reader gives an element. */
  readonly none: number;
  /** Whether a table holds it in 16 bits as long as no element needs more. */
  readonly isOftenShort?: true;
}

/**
 * The columns of the segment table. Growing, slicing and copying follow this list; a new column needs a line here and
 * a reader that writes it: `table.NAME[table.append(segment)] = …`.
 */
export const COLUMNS = {
  /** Nanoseconds since {@link TimeBase.origin}; NaN where the input gives no time. Exact within 104 days. */
  time: { array: Float64Array<ArrayBuffer>, unit: "nanoseconds", none: Number.NaN },
  /** 1-based record number in the file as Wireshark counts; in text the 1-based line number. */
  frame: { array: Uint32Array<ArrayBuffer>, unit: "record", none: 0 },
  /** `flowIndex * 2 + direction`; direction 0 = from `flows[flowIndex].a` to `.b`, 1 = the reverse. */
  flow: {
    array: Uint32Array<ArrayBuffer>,
    unit: "index of a flow and direction",
    none: 0,
    isOftenShort: true,
  },
  /** SEG.SEQ; 0 where {@link Mark.SequenceUnknown}. */
  sequenceNumber: { array: Uint32Array<ArrayBuffer>, unit: "sequence number", none: 0 },
  /** SEG.ACK as it stands in the header, also without the ACK flag. */
  acknowledgmentNumber: { array: Uint32Array<ArrayBuffer>, unit: "sequence number", none: 0 },
  /** Octets of data; from the IP lengths, so right even when the record was cut by the snap length. */
  payloadLength: { array: Uint32Array<ArrayBuffer>, unit: "octets", none: 0, isOftenShort: true },
  /** SEG.WND as in the header (16 bits), or already scaled where {@link Mark.WindowScaled}. */
  window: { array: Uint32Array<ArrayBuffer>, unit: "octets, unscaled", none: 0, isOftenShort: true },
  /** Where the option octets of the row start in `optionBytes`. */
  optionsAt: { array: Uint32Array<ArrayBuffer>, unit: "index of an octet", none: 0 },
  /** Control bits, see `flags.ts`. */
  flags: { array: Uint16Array<ArrayBuffer>, unit: "bits", none: 0 },
  /** Bits of {@link Mark}. */
  marks: { array: Uint16Array<ArrayBuffer>, unit: "bits", none: 0 },
  /** IPv4 identification; meaningful only with {@link Mark.HasIpId}. */
  ipId: { array: Uint16Array<ArrayBuffer>, unit: "number", none: 0 },
  /**
   * The interface of the capturing host that saw the packet: the number of a pcapng interface from 1, mixed with the
   * index that LINKTYPE_LINUX_SLL2 gives. Only equality means anything. 0 where the input does not tell it.
   */
  capturePoint: { array: Uint16Array<ArrayBuffer>, unit: "number", none: 0 },
  /** IPv4 TTL or IPv6 hop limit; 0 where unknown. */
  ttl: { array: Uint8Array<ArrayBuffer>, unit: "hops", none: 0 },
  /** How many option octets the row has, 0..40 (more only in text). */
  optionsLength: { array: Uint8Array<ArrayBuffer>, unit: "octets", none: 0 },
} satisfies Readonly<Record<string, Column>>;

export type ColumnName = keyof typeof COLUMNS;

type OftenShort = {
  [Name in ColumnName]: (typeof COLUMNS)[Name] extends { readonly isOftenShort: true } ? Name : never;
}[ColumnName];

/** The arrays of all columns. */
export type RowColumns = {
  readonly [Name in ColumnName]:
    | InstanceType<(typeof COLUMNS)[Name]["array"]>
    | (Name extends OftenShort ? Uint16Array<ArrayBuffer> : never);
};

/** As {@link RowColumns}, with arrays that are replaced when they grow. */
type GrowingColumns = { -readonly [Name in ColumnName]: RowColumns[Name] };

type ArrayMaker = new (memory: ArrayBuffer, at: number, length: number) => RowColumns[ColumnName];

/** The widest elements first, so that all are aligned where the columns lie in one piece of memory. */
const NAMES = (Object.keys(COLUMNS) as ColumnName[]).toSorted((a, b) => widthOf(b) - widthOf(a));

/** The arrays and the octets of an element, by the index of {@link NAMES}: most connections are sliced for a few rows. */
const MAKERS = NAMES.map((name) => COLUMNS[name].array as ArrayMaker);
const WIDTHS = NAMES.map(widthOf);

/** Octets of a row in all columns. */
export const ROW_OCTETS = NAMES.reduce((sum, name) => sum + widthOf(name), 0);

/** Octets of an element. */
function widthOf(name: ColumnName): number {
  return COLUMNS[name].array.BYTES_PER_ELEMENT;
}

/** Columns for so many rows, laid into the beginning of `memory`, which holds {@link ROW_OCTETS} for each row. */
export function layColumns(memory: ArrayBuffer, length: number): GrowingColumns {
  const columns: Partial<Record<ColumnName, RowColumns[ColumnName]>> = {};
  let at = 0;
  for (let i = 0; i < NAMES.length; i++) {
    columns[NAMES[i]] = new MAKERS[i](memory, at, length);
    at += length * WIDTHS[i];
  }
  return columns as GrowingColumns;
}

/** Columns for so many rows, each in memory of its own, in 16 bits where that may suffice. */
function emptyColumns(length: number): RowColumns {
  return ofEach((name) => {
    const { array, isOftenShort }: Column = COLUMNS[name];
    if (isOftenShort === true) return new Uint16Array(length);
    return new (array as ArrayMaker)(new ArrayBuffer(length * widthOf(name)), 0, length);
  });
}

/** The most that 16 bits hold. */
const MOST_OF_SHORT = 0xffff;

class Fields {
  constructor(rows: number) {
    Object.assign(this, emptyColumns(rows));
  }

  /** Gives every column room for so many rows; the elements of new rows are 0. */
  growTo(rows: number): void {
    const columns = this as unknown as RowColumns;
    Object.assign(
      this,
      ofEach((name) => lengthened<RowColumns[ColumnName]>(columns[name], rows)),
    );
  }

  /** Gives the column room for elements of that size. */
  makeRoomFor(name: OftenShort, element: number): void {
    const short = (this as unknown as RowColumns)[name];
    if (element <= MOST_OF_SHORT || short instanceof Uint32Array) return;
    const long = new Uint32Array(short.length);
    long.set(short);
    release(short);
    Object.assign(this, { [name]: long });
  }
}

/** Something whose fields are the columns, for so many rows at first. */
export const ColumnFields = Fields as new (rows: number) => Fields & GrowingColumns;

/** The columns alone, of a table that keeps them beside methods. */
export function columnsAlone(columns: RowColumns): RowColumns {
  return ofEach((name) => columns[name]);
}

/** Copies the given rows of `from`, in their order, to the first rows of `to`. */
export function copyRows(from: RowColumns, rows: Uint32Array, to: RowColumns): void {
  for (let i = 0; i < NAMES.length; i++) {
    const name = NAMES[i];
    gather(from[name], rows, to[name]);
  }
}

/** Copies a row of `from` to a row of `to`, but for the columns named. */
export function copyRow(
  from: RowColumns,
  row: number,
  to: RowColumns,
  at: number,
  except: ReadonlySet<ColumnName>,
): void {
  for (const name of NAMES) if (!except.has(name)) to[name][at] = from[name][row];
}

function gather(from: RowColumns[ColumnName], rows: Uint32Array, to: RowColumns[ColumnName]): void {
  for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]];
}

function ofEach(columnOf: (name: ColumnName) => RowColumns[ColumnName]): RowColumns {
  return Object.fromEntries(NAMES.map((name) => [name, columnOf(name)])) as RowColumns;
}
