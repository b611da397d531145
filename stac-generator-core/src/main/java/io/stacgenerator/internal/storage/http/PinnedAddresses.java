package io.stacgenerator.internal.storage.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/**
 * Makes plain HTTP connect to the very address that was checked, so that a name server cannot answer differently the
 * second time: the address is given to the client as a proxy. The origin server behind it understands, for every server
 * must accept requests in the form that proxies are sent (RFC 9112, section 3.2.2). HTTPS needs no such care: a host
 * that a name was bent to has no certificate for the name.
 */
final class PinnedAddresses extends ProxySelector {

    private final HostCheck check;
    private final ProxySelector proxies;

    PinnedAddresses(HostCheck check, ProxySelector proxies) {
        this.check = check;
        this.proxies = proxies;
    }

    /** Gives the addresses of a host that may be connected to; empty when any may. */
    @FunctionalInterface
    interface HostCheck {

        List<InetAddress> addresses(String host) throws IOException;
    }

    @Override
    public List<Proxy> select(URI uri) {
        List<Proxy> chosen = proxies.select(uri);
        boolean direct = chosen.isEmpty() || chosen.get(0).equals(Proxy.NO_PROXY);
        return direct && uri.getScheme().equals("http") ? pinned(uri, chosen) : chosen;
    }

    private List<Proxy> pinned(URI uri, List<Proxy> chosen) {
        try {
            List<InetAddress> addresses = check.addresses(uri.getHost());
            int port = uri.getPort() < 0 ? 80 : uri.getPort();
            return addresses.isEmpty()
                    ? chosen
                    : List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(addresses.get(0), port)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        proxies.connectFailed(uri, address, failure);
    }
}
