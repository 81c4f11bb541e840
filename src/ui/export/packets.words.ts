import { formatCount } from "../figures.ts";
import { words } from "../words.ts";

/** The export of packets as they stand in the file. */
export const packetsWords = words({
  title: { en: "Packets of the file", ko: "파일의 패킷", zh: "文件中的数据包" },
  text: {
    en: "As they were captured, with ICMP errors about them; whole and with their addresses, octet by octet.",
    ko: "캡처된 그대로, 관련 ICMP 오류와 함께. 전체와 원래 주소를 택하면 바이트 하나까지 같습니다.",
    zh: "按捕获时的原样，连同相关的 ICMP 差错；选择完整和原地址时逐字节相同。",
  },
  of: { en: "Of", ko: "대상", zh: "范围" },
  one: { en: "This connection", ko: "이 연결", zh: "此连接" },
  picked: {
    en: (count: number) => `The ${formatCount(count)} marked`,
    ko: (count) => `표시한 ${formatCount(count)}개`,
    zh: (count) => `标记的 ${formatCount(count)} 个`,
  },
  listed: {
    en: (count: number) => `The ${formatCount(count)} in the list`,
    ko: (count) => `목록의 ${formatCount(count)}개`,
    zh: (count) => `列表中的 ${formatCount(count)} 个`,
  },
  how: { en: "Data", ko: "데이터", zh: "数据" },
  headers: { en: "Headers only", ko: "헤더만", zh: "仅首部" },
  whole: { en: "Whole", ko: "전체", zh: "完整" },
  addresses: { en: "Addresses", ko: "주소", zh: "地址" },
  kept: { en: "As they are", ko: "그대로", zh: "保持原样" },
  replaced: { en: "Replaced", ko: "바꿈", zh: "替换" },
  careful: {
    en: "The data of a packet may name hosts, people and passwords.",
    ko: "패킷의 데이터에는 호스트, 사람, 비밀번호가 들어 있을 수 있습니다.",
    zh: "数据包的数据可能含有主机名、人名和密码。",
  },
  rebuilt: {
    en: "Headers around IP, fragments and ICMP errors are left out; IP headers are rebuilt.",
    ko: "IP 바깥 헤더, 조각, ICMP 오류는 빠지고 IP 헤더는 다시 만듭니다.",
    zh: "不含 IP 外层的首部、分片和 ICMP 差错；IP 首部重新生成。",
  },
  save: { en: "Save packets", ko: "패킷 저장", zh: "保存数据包" },
  saved: {
    en: (packets: number, name: string) => `${formatCount(packets)} packets saved as ${name}`,
    ko: (packets, name) => `패킷 ${formatCount(packets)}개를 ${name}(으)로 저장함`,
    zh: (packets, name) => `已将 ${formatCount(packets)} 个数据包保存为 ${name}`,
  },
});
