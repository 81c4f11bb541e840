import { unreachable } from "../../../../base/assert.ts";
import type { LinkRefusal } from "../../../../store/opened-capture.ts";
import { formatCount } from "../../../figures.ts";
import { countOctets } from "../../../wording/korean.ts";
import type { link as english } from "../../en/files/link.ts";

const COPY_AGAIN = "링크 전체를 다시 복사하거나, 다시 보내 달라고 하십시오.";

function wordTraffic({ segments, payload }: { readonly segments: number; readonly payload: number }): string {
  const data = payload > 0 ? `(데이터 ${countOctets(payload)})` : "";
  return `세그먼트 ${formatCount(segments)}개${data}`;
}

export const link: typeof english = {
  fullPage: "Synfin 전체 화면에서 열기",
  read: (segments) => `세그먼트 ${formatCount(segments)}개가 담긴 링크`,
  leftOut: (client, server) =>
    `링크를 만든 사람이 뺀 것: 클라이언트의 ${wordTraffic(client)}, 서버의 ${wordTraffic(server)}`,
  remote: {
    title: (host) => `${host}에서 캡처를 가져올까요?`,
    what: (host, origin) =>
      `이 페이지의 주소가 ${host}에 있는 캡처를 요청합니다. 그 호스트는 이 네트워크 주소에서 ${origin}의 Synfin으로 요청이 왔음을 알게 됩니다. 그 밖에는 쿠키도 리퍼러도 보내지 않습니다.`,
    forbidden: {
      "user-information": (host) =>
        `이 주소에는 호스트 이름 ${host} 앞에 사용자 이름이나 비밀번호가 들어 있습니다. 브라우저는 이런 주소를 가져오지 않습니다. 아는 호스트라면 @까지의 앞부분을 빼고 다시 열거나 캡처를 직접 내려받으십시오.`,
      framed: (host) =>
        `다른 사이트의 페이지가 Synfin을 프레임 안에 보여 주고 있습니다. 그 안에서는 ${host}에서 아무것도 가져오지 않습니다. 이 주소를 별도의 탭에서 여십시오.`,
    },
    fetch: (host) => `${host}에서 가져오기`,
    leave: "가져오지 않기",
    fetched: (octets) => `${octets} 가져옴…`,
    unreachable: (host) =>
      `${host}에 도달할 수 없거나, 다른 곳으로 넘겨지거나, 다른 페이지가 파일을 읽는 것이 허용되지 않습니다(CORS). 캡처를 직접 내려받아 여기에 놓으십시오.`,
    status: (host) => `${host}에 그 파일이 없거나, 아무나 받을 수 있는 파일이 아닙니다.`,
    "too-large": (host) => `${host}에서 보내는 내용이 1 GiB보다 큽니다. 직접 내려받아 여기에 놓으십시오.`,
  },
  lacksOptions:
    "TCP 타임스탬프와 SACK 블록은 빠져 있습니다. 없다고 해서 호스트가 쓰지 않았다는 뜻은 아닙니다",
  unread: (names) =>
    `더 새로운 Synfin이 쓴 부분(${names})은 보여 주지 않습니다. 페이지를 새로 고쳐 최신 버전을 받으십시오`,
};

/** Why a link is refused. A refused link shows nothing at all. */
export function wordLinkRefusal(refusal: LinkRefusal): string {
  switch (refusal.code) {
    case "not-a-link":
      return "주소의 # 뒤에 있는 부분은 Synfin 링크가 아닙니다.";
    case "newer-version":
      return `더 새로운 Synfin에서 만든 링크입니다(형식 버전 ${refusal.version}, 이 Synfin은 모르는 버전). 페이지를 새로 고쳐 최신 버전을 받으십시오.`;
    case "too-long":
      return `${formatCount(refusal.length)}자짜리 링크는 Synfin이 만드는 어떤 링크보다도 깁니다.`;
    case "bad-character":
      return `링크의 ${formatCount(refusal.at + 1)}번째 문자는 그 자리에 올 수 없습니다. ${COPY_AGAIN}`;
    case "cut":
      return `링크의 끝부분이 없습니다. ${COPY_AGAIN}`;
    case "damaged":
      return `링크가 도중에 바뀌었습니다. 체크섬이 맞지 않아 아무것도 보여 주지 않습니다. ${COPY_AGAIN}`;
    case "cannot-inflate":
      return "링크가 압축되어 있는데 이 브라우저는 압축을 풀지 못합니다. 더 새로운 브라우저에서 여십시오.";
    case "too-large":
      return "링크가 허용된 것보다 많은 내용을 담고 있다고 주장합니다. 아무것도 보여 주지 않습니다.";
    case "contradiction":
      return "링크의 내용이 서로 모순됩니다. Synfin이 만든 것이 아니므로 아무것도 보여 주지 않습니다.";
    default:
      return unreachable(refusal);
  }
}
