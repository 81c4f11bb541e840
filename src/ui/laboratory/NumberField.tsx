interface NumberFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly least?: number;
  readonly value: number;
  readonly onValue: (value: number) => void;
}

/** The largest number of a header's field of 32 bits. */
const LARGEST = 0xffffffff;

/** A whole number. */
export function NumberField({ id, label, least = 0, value, onValue }: NumberFieldProps) {
  return (
    <label>
      {label}
      <input
        id={id}
        type="number"
        min={least}
        max={LARGEST}
        step={1}
        required
        value={Number.isNaN(value) ? "" : value}
        onChange={({ currentTarget }) => onValue(currentTarget.valueAsNumber)}
      />
    </label>
  );
}
