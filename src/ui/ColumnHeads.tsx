import { memo } from "react";

interface ColumnHeadsProps {
  /** The names of the columns, in order. */
  readonly of: Readonly<Record<string, string>>;
}

/** The cells of a table's head. */
export const ColumnHeads = memo(function ColumnHeads({ of }: ColumnHeadsProps) {
  return Object.entries(of).map(([key, name]) => (
    <th key={key} scope="col">
      {name}
    </th>
  ));
});
