/** The cells of a table's head. @param of the names of the columns, in order */
export function ColumnHeads({ of }: { readonly of: Readonly<Record<string, string>> }) {
  return Object.entries(of).map(([key, name]) => (
    <th key={key} scope="col">
      {name}
    </th>
  ));
}
