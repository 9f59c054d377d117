import { BlockList, isIPv4, isIPv6 } from "node:net";

/**
 * Whether an IP address belongs to the public internet. IPv4: all but the special ranges (IANA registry, RFC 6890). IPv6:
 * only global unicast 2000::/3, which leaves out loopback, local, multicast, NAT64 and every way of writing an IPv4
 * address inside IPv6, minus the special ranges in it.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialV4.check(address, "ipv4");
  if (!isIPv6(address) || address.includes("%")) return false;
  return globalV6.check(address, "ipv6") && !specialV6.check(address, "ipv6");
}

const specialV4 = blockList("ipv4", [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
]);

const globalV6 = blockList("ipv6", [["2000::", 3]]);

/** Teredo and other protocol assignments, documentation, 6to4. */
const specialV6 = blockList("ipv6", [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
]);

function blockList(family: "ipv4" | "ipv6", subnets: [string, number][]): BlockList {
  const list = new BlockList();
  for (const [network, prefixLength] of subnets) list.addSubnet(network, prefixLength, family);
  return list;
}
