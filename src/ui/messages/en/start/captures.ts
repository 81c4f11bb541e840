import { formatCount } from "../../../figures.ts";

export const captures = {
  label: "Captures",
  sum: (files: string, refused: number) =>
    `${files} files${refused === 0 ? "" : `, ${formatCount(refused)} cannot be read`}`,
  notYet: "not read yet",
  left: "too large to look into; open it",
};
