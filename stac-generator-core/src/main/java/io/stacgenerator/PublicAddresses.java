package io.stacgenerator;

import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** The addresses of the public internet, as the registries of special-purpose addresses (RFC 6890) leave them. */
final class PublicAddresses {

    /**
     * Private, loopback, link-local, shared, multicast, documentation and reserved; tunnels and translations to IPv4,
     * which could lead to any of these; and 168.63.129.16, where a cloud has its metadata under a public address.
     */
    private static final List<Prefix> RESERVED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "::ffff:0:0:0/96",
                    "64:ff9b::/32",
                    "100::/32",
                    "2001::/32",
                    "2001:2::/48",
                    "2001:10::/28",
                    "2001:20::/28",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/9",
                    "ff00::/8")
            .map(Prefix::parse)
            .toList();

    private PublicAddresses() {}

    /**
     * Returns whether an address is one of the public internet.
     *
     * @param address an address
     * @return false for those that lead to this machine, its network or its cloud's metadata
     */
    static boolean contain(InetAddress address) {
        return RESERVED.stream().noneMatch(prefix -> prefix.covers(address.getAddress()));
    }

    private record Prefix(BigInteger leading, int bits, int length) {

        static Prefix parse(String text) {
            String[] parts = text.split("/", 2);
            try {
                byte[] address = InetAddress.getByName(parts[0]).getAddress();
                int bits = Integer.parseInt(parts[1]);
                return new Prefix(leading(address, bits), bits, address.length);
            } catch (UnknownHostException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean covers(byte[] address) {
            return address.length == length && leading(address, bits).equals(leading);
        }

        private static BigInteger leading(byte[] address, int bits) {
            return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
        }
    }
}
