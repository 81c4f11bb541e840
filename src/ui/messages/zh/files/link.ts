import { unreachable } from "../../../../base/assert.ts";
import type { LinkRefusal } from "../../../../store/opened-capture.ts";
import { formatCount } from "../../../figures.ts";
import { countOctets } from "../../../wording/chinese.ts";
import type { link as english } from "../../en/files/link.ts";

const COPY_AGAIN = "请重新复制完整的链接，或请对方再发一次。";

function wordTraffic({ segments, payload }: { readonly segments: number; readonly payload: number }): string {
  const data = payload > 0 ? `（数据 ${countOctets(payload)}）` : "";
  return `${formatCount(segments)} 个报文段${data}`;
}

export const link: typeof english = {
  fullPage: "在完整的 Synfin 中打开",
  read: (segments) => `含 ${formatCount(segments)} 个报文段的链接`,
  leftOut: (client, server) => `制作者略去了客户端的 ${wordTraffic(client)}和服务器的 ${wordTraffic(server)}`,
  remote: {
    title: (host) => `要从 ${host} 获取捕获吗？`,
    what: (host, origin) =>
      `此页的地址要求从 ${host} 获取捕获。该主机将得知有人从您的网络地址通过 ${origin} 的 Synfin 请求了它。除此之外不会发送您的任何东西：没有 cookie，也没有 referrer。`,
    forbidden: {
      "user-information": (host) =>
        `此地址在主机名 ${host} 之前带有用户名或密码。浏览器不会获取这样的地址。如果您认识该主机，请去掉 @ 及其之前的部分，或自行下载捕获。`,
      framed: (host) =>
        `另一个网站的页面在框架中显示 Synfin。在框架中不会从 ${host} 获取任何东西。请在单独的标签页中打开此地址。`,
    },
    fetch: (host) => `从 ${host} 获取`,
    leave: "不获取",
    fetched: (octets) => `已获取 ${octets}…`,
    unreachable: (host) =>
      `${host} 无法到达、转向了别处，或不允许其他页面读取其文件（CORS）。请自行下载捕获并拖放到此处。`,
    status: (host) => `${host} 没有它，或不向所有人提供。`,
    "too-large": (host) => `${host} 发送的内容超过 1 GiB。请自行下载并拖放到此处。`,
  },
  lacksOptions: "TCP 时间戳和 SACK 块已略去：没有它们并不说明主机未使用",
  unread: (names) => `由更新的 Synfin 写入的部分（${names}）未显示；请重新加载页面以获取最新版本`,
};

/** Why a link is refused. A refused link shows nothing at all. */
export function wordLinkRefusal(refusal: LinkRefusal): string {
  switch (refusal.code) {
    case "not-a-link":
      return "地址中 # 之后的部分不是 Synfin 链接。";
    case "newer-version":
      return `此链接由更新的 Synfin 制作（格式版本 ${refusal.version}，本页不认识）。请重新加载页面以获取最新版本。`;
    case "too-long":
      return `长达 ${formatCount(refusal.length)} 个字符的链接，比 Synfin 制作的任何链接都长。`;
    case "bad-character":
      return `链接的第 ${formatCount(refusal.at + 1)} 个字符不能出现在该处。${COPY_AGAIN}`;
    case "cut":
      return `链接缺少结尾。${COPY_AGAIN}`;
    case "damaged":
      return `链接在途中被改动：检验和不正确，因此不显示任何内容。${COPY_AGAIN}`;
    case "cannot-inflate":
      return "此链接经过压缩，而此浏览器无法解压。请在较新的浏览器中打开。";
    case "too-large":
      return "链接声称的内容超过了允许的限度。不显示任何内容。";
    case "contradiction":
      return "链接自相矛盾，不是 Synfin 制作的。不显示任何内容。";
    default:
      return unreachable(refusal);
  }
}
