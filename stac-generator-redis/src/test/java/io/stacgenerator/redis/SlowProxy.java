package io.stacgenerator.redis;

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

/** A network between clients and a Redis that delays what goes either way, and can be cut. */
final class SlowProxy implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final ServerSocket server;
    private final int target;
    private final long mostNanos;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /**
     * Starts the proxy.
     *
     * @param most how long a piece of what is sent is delayed at most
     */
    SlowProxy(RedisProcess redis, Duration most) {
        this.target = redis.port();
        this.mostNanos = most.toNanos();
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    String url() {
        return "redis://127.0.0.1:" + server.getLocalPort();
    }

    /** Cuts all connections, also in the midst of a message. */
    void cut() {
        open.forEach(SlowProxy::end);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket redis = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(redis);
                start(() -> pass(client, redis));
                start(() -> pass(redis, client));
            } catch (IOException e) {
                // closed, or Redis is not there: the client sees its connection end
            }
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
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
