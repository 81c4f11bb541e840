/**
 * Whether files are called as tcpdump (`-C`, `-G`, `-W`) and dumpcap (`-b`) call those of one capture: alike but for
 * their numbers and times, and each by another name.
 */
export function areNamedAsRing(names: readonly string[]): boolean {
  const stems = new Set(names.map((name) => name.replaceAll(/\d+/gu, "")));
  return names.length > 1 && stems.size === 1 && new Set(names).size === names.length;
}
