package io.stacgenerator.cli.service;

import io.stacgenerator.job.JobQueue;
import java.lang.reflect.Proxy;

/** A queue that can be listened to and closed, and fails otherwise. */
final class FailingQueue {

    private FailingQueue() {}

    static JobQueue of(JobQueue queue, RuntimeException failure) {
        return (JobQueue) Proxy.newProxyInstance(
                FailingQueue.class.getClassLoader(), new Class<?>[] {JobQueue.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("listen") || method.getName().equals("close")) {
                        return method.invoke(queue, arguments);
                    }
                    throw failure;
                });
    }
}
