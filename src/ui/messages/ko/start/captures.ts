import { formatCount } from "../../../figures.ts";
import type { captures as english } from "../../en/start/captures.ts";

export const captures: typeof english = {
  label: "캡처",
  sum: (files, refused) =>
    `파일 ${files}개${refused === 0 ? "" : `, ${formatCount(refused)}개는 읽을 수 없음`}`,
  notYet: "아직 읽지 않음",
  left: "커서 미리 보지 않음",
};
