package io.stacgenerator.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A network between clients and a server on the loopback address that delays what goes either way, and can be cut.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class SlowProxy implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long mostNanos;

    private SlowProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /**
     * Starts a proxy on a free port.
     *
     * @param target the port of the server, which may come later, go and come back
     * @param most how long each piece that is sent is delayed at most
     * @return the proxy; the caller closes it
     */
    public static SlowProxy start(int target, Duration most) {
        try {
            SlowProxy proxy = new SlowProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
            proxy.delay(most);
            start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the port that clients connect to.
     *
     * @return the port on the loopback address
     */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * Sets how slow the network is.
     *
     * @param most how long each piece that is sent from now on is delayed at most
     */
    public void delay(Duration most) {
        mostNanos = most.toNanos();
    }

    /** Cuts all connections, also in the midst of a message. New ones are accepted. */
    public void cut() {
        open.forEach(SlowProxy::end);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(client);
            open.add(server);
            start(() -> pass(client, server));
            start(() -> pass(server, client));
        } catch (IOException e) {
            end(client); // the server is not there
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(mostNanos));
                out.write(piece, 0, count);
            }
        } catch (IOException e) {
            // cut
        } finally {
            end(from);
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "slow-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
